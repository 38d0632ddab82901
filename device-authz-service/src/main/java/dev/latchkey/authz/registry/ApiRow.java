package dev.latchkey.authz.registry;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.SpacedWords;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The {@code api} table. */
@Entity
@Table(name = "api")
class ApiRow implements EditedRow<Api> {

  @Id String identifier = "";

  String name = "";

  @Column(name = "allow_offline_access")
  boolean allowOfflineAccess;

  @Column(name = "access_token_lifetime")
  long accessTokenLifetime;

  @Column(name = "introspection_clients")
  String introspectionClients = "";

  boolean enabled;

  boolean declared;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "api_scope", joinColumns = @JoinColumn(name = "api"))
  Set<ScopeText> scopes = new HashSet<>();

  Api toApi() {
    return new Api(
        identifier,
        name,
        enabled,
        ScopeText.words(scopes),
        allowOfflineAccess,
        Duration.ofMillis(accessTokenLifetime),
        SpacedWords.stored(introspectionClients).stream()
            .map(ClientId::new)
            .collect(Collectors.toSet()));
  }

  StoredApi stored() {
    return new StoredApi(toApi(), declared);
  }

  @Override
  public String key() {
    return identifier;
  }

  @Override
  public boolean take(Api api) {
    var before = declared ? toApi() : null;
    edit(api);
    declared = true;
    return !toApi().equals(before);
  }

  @Override
  public void edit(Api api) {
    identifier = api.identifier();
    name = api.name();
    allowOfflineAccess = api.allowOfflineAccess();
    accessTokenLifetime = api.accessTokenLifetime().toMillis();
    introspectionClients =
        api.introspectionClients().stream()
            .map(ClientId::value)
            .sorted()
            .collect(Collectors.joining(" "));
    enabled = api.enabled();
    var texts = ScopeText.of(api.scopes());
    if (!scopes.equals(texts)) {
      scopes.clear();
      scopes.addAll(texts);
    }
  }

  @Override
  public boolean withdraw() {
    var stopped = declared && enabled;
    enabled = enabled && !declared;
    declared = false;
    return stopped;
  }
}
