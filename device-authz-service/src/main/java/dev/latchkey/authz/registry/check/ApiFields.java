package dev.latchkey.authz.registry.check;

import dev.latchkey.authz.registry.Api;
import dev.latchkey.grant.ClientId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** An API as the fields of the file; a scope's texts are fields too, one for each language. */
final class ApiFields {

  private ApiFields() {}

  static Map<String, FieldValue> of(Api api) {
    var fields = new LinkedHashMap<String, FieldValue>();
    fields.put("name", FieldValue.text(api.name()));
    fields.put("enabled", FieldValue.text(api.enabled()));
    new TreeMap<>(api.scopes())
        .forEach(
            (scope, words) ->
                new TreeMap<>(words.byLanguage())
                    .forEach(
                        (language, text) ->
                            fields.put("scopes." + scope + "." + language, FieldValue.text(text))));
    fields.put("allow_offline_access", FieldValue.text(api.allowOfflineAccess()));
    fields.put("access_token_lifetime", FieldValue.duration(api.accessTokenLifetime()));
    fields.put(
        "introspection_clients",
        FieldValue.many(api.introspectionClients().stream().map(ClientId::value).toList()));
    return fields;
  }
}
