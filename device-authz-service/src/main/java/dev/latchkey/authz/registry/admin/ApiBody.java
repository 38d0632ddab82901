package dev.latchkey.authz.registry.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.registry.StoredApi;
import dev.latchkey.authz.registry.file.WrittenDuration;
import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.admin.ETag;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An API, in the fields of the registry file. */
@Schema(
    name = "Api",
    description = "An API: the fields of the registry file, as docs/registry.md explains them")
record ApiBody(
    @Schema(
            required = true,
            description = "The aud of its access tokens; cannot be changed",
            examples = "https://api.example.com/tv")
        @JsonProperty("identifier")
        String identifier,
    @Schema(required = true, description = "For people") @JsonProperty("name") String name,
    @Schema(defaultValue = "true", description = "false withdraws it") @JsonProperty("enabled")
        boolean enabled,
    @Schema(
            description =
                "Scope: words for the consent page by language, of which en is required; one text"
                    + " instead, when it is sent, is in English")
        @JsonProperty("scopes")
        SortedMap<String, Map<String, String>> scopes,
    @Schema(defaultValue = "false") @JsonProperty("allow_offline_access")
        boolean allowOfflineAccess,
    @Schema(defaultValue = "1h") @JsonProperty("access_token_lifetime") String accessTokenLifetime,
    @Schema(description = "Confidential clients that look at its tokens")
        @JsonProperty("introspection_clients")
        List<String> introspectionClients,
    @Schema(
            enumeration = {"file", "admin"},
            readOnly = true,
            description = "What the registry file declares is read-only here")
        @JsonProperty(EntrySource.FIELD)
        String source) {

  static ApiBody of(StoredApi stored) {
    var api = stored.api();
    var scopes = new TreeMap<String, Map<String, String>>();
    api.scopes().forEach((scope, words) -> scopes.put(scope, new TreeMap<>(words.byLanguage())));
    return new ApiBody(
        api.identifier(),
        api.name(),
        api.enabled(),
        scopes,
        api.allowOfflineAccess(),
        WrittenDuration.of(api.accessTokenLifetime()),
        api.introspectionClients().stream().map(ClientId::value).sorted().toList(),
        EntrySource.of(stored.declared()));
  }

  ETag etag() {
    return ETag.ofBytes(toString().getBytes(UTF_8));
  }
}
