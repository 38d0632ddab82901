package dev.latchkey.token.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
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

  Api toApi() {
    return new Api(identifier, enabled, allowOfflineAccess, Duration.ofMillis(accessTokenLifetime));
  }
}
