package dev.latchkey.token.client;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.SpacedWords;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** The {@code api} table, which device-authz-service owns; read-only here. */
@Entity
@Immutable
@Table(name = "api", schema = "registry")
class ApiRow {

  @Id String identifier = "";

  boolean enabled;

  @Column(name = "allow_offline_access")
  boolean allowOfflineAccess;

  @Column(name = "access_token_lifetime")
  long accessTokenLifetime;

  @Column(name = "introspection_clients")
  String introspectionClients = "";

  Api toApi() {
    return new Api(
        identifier,
        enabled,
        allowOfflineAccess,
        Duration.ofMillis(accessTokenLifetime),
        SpacedWords.stored(introspectionClients).stream()
            .map(ClientId::new)
            .collect(Collectors.toSet()));
  }
}
