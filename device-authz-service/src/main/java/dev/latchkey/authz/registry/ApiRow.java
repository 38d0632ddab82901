package dev.latchkey.authz.registry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The {@code api} table. */
@Entity
@Table(name = "api")
class ApiRow {

  @Id String identifier = "";

  String name = "";

  @Column(name = "allow_offline_access")
  boolean allowOfflineAccess;

  @Column(name = "access_token_lifetime")
  long accessTokenLifetime;

  boolean enabled;

  boolean declared;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "api_scope", joinColumns = @JoinColumn(name = "api"))
  @MapKeyColumn(name = "scope")
  @Column(name = "words")
  Map<String, String> scopes = new HashMap<>();

  Api toApi() {
    return new Api(
        identifier,
        name,
        enabled,
        scopes,
        allowOfflineAccess,
        Duration.ofMillis(accessTokenLifetime));
  }
}
