package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredApi;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.SpacedWords;
import dev.latchkey.grant.Words;
import dev.latchkey.oauth.admin.AdminAccess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an API of the file. */
final class ApiReader {

  static final DurationRange ACCESS_TOKEN_LIFETIME = DurationRange.of("1s", "24h").otherwise("1h");

  private final FieldRules fields;
  private final WordsReader words;

  ApiReader(FieldRules fields) {
    this.fields = fields;
    this.words = new WordsReader(fields);
  }

  Api read(String at, DeclaredApi api) {
    return new Api(
        fields.text(at + ".identifier", api.identifier()),
        fields.noting("", () -> fields.text(at + ".name", api.name())),
        !Boolean.FALSE.equals(api.enabled()),
        scopes(at + ".scopes", api),
        Boolean.TRUE.equals(api.allowOfflineAccess()),
        fields.noting(
            Duration.ZERO,
            () ->
                fields.duration(
                    at + ".access_token_lifetime",
                    api.accessTokenLifetime(),
                    ACCESS_TOKEN_LIFETIME)),
        fields.noting(Set.of(), () -> introspectionClients(at + ".introspection_clients", api)));
  }

  private Map<String, Words> scopes(String at, DeclaredApi api) {
    var scopes = new LinkedHashMap<String, Words>();
    var declared = api.scopes() == null ? Map.<String, JsonNode>of() : api.scopes();
    declared.forEach(
        (scope, text) ->
            fields.noting(() -> scopes.put(scope, scope(at + "." + scope, scope, text))));
    return scopes;
  }

  private Words scope(String field, String scope, @Nullable JsonNode text) {
    fields.scope(field, scope);
    fields.check(!Client.STANDARD_SCOPES.contains(scope), field, "is a scope of OpenID Connect");
    fields.check(!AdminAccess.SCOPE.equals(scope), field, "is a scope of Latchkey itself");
    return words.read(field, text);
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
