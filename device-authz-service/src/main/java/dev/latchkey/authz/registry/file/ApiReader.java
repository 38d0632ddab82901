package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredApi;
import dev.latchkey.grant.ClientId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an API of the file. */
final class ApiReader {

  private final FieldRules fields;

  ApiReader(FieldRules fields) {
    this.fields = fields;
  }

  Api read(String at, DeclaredApi api) {
    return new Api(
        fields.text(at + ".identifier", api.identifier()),
        fields.text(at + ".name", api.name()),
        true,
        scopes(at + ".scopes", api),
        Boolean.TRUE.equals(api.allowOfflineAccess()),
        fields.duration(
            at + ".access_token_lifetime", api.accessTokenLifetime(), "1h", "1s", "24h"),
        introspectionClients(at + ".introspection_clients", api));
  }

  private Map<String, String> scopes(String at, DeclaredApi api) {
    var scopes = api.scopes() == null ? Map.<String, String>of() : api.scopes();
    scopes.forEach(
        (scope, words) -> {
          var field = at + "." + scope;
          fields.scope(field, scope);
          fields.check(
              !Client.STANDARD_SCOPES.contains(scope), field, "is a scope of OpenID Connect");
          fields.check(!Client.ADMIN_SCOPE.equals(scope), field, "is a scope of Latchkey itself");
          fields.text(field, words);
        });
    return scopes;
  }

  private Set<ClientId> introspectionClients(String field, DeclaredApi api) {
    var ids = fields.set(field, api.introspectionClients());
    fields.check(
        ids.stream().allMatch(FieldRules::isToken),
        field,
        "names an id with a space or another character that a list cannot hold");
    return ids.stream().map(ClientId::new).collect(Collectors.toSet());
  }
}
