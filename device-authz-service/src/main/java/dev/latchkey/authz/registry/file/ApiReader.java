package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredApi;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.SpacedWords;
import dev.latchkey.grant.Words;
import dev.latchkey.oauth.admin.AdminAccess;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an API of the file. */
final class ApiReader {

  private final FieldRules fields;
  private final WordsReader words;

  ApiReader(FieldRules fields) {
    this.fields = fields;
    this.words = new WordsReader(fields);
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

  private Map<String, Words> scopes(String at, DeclaredApi api) {
    var scopes = new LinkedHashMap<String, Words>();
    var declared = api.scopes() == null ? Map.<String, JsonNode>of() : api.scopes();
    declared.forEach(
        (scope, text) -> {
          var field = at + "." + scope;
          fields.scope(field, scope);
          fields.check(
              !Client.STANDARD_SCOPES.contains(scope), field, "is a scope of OpenID Connect");
          fields.check(!AdminAccess.SCOPE.equals(scope), field, "is a scope of Latchkey itself");
          scopes.put(scope, words.read(field, text));
        });
    return scopes;
  }

  private Set<ClientId> introspectionClients(String field, DeclaredApi api) {
    var ids = fields.set(field, api.introspectionClients());
    fields.check(
        ids.stream().allMatch(SpacedWords::isWord),
        field,
        "names an id with a space or another character that a list cannot hold");
    return ids.stream().map(ClientId::new).collect(Collectors.toSet());
  }
}
