package dev.latchkey.authz.registry.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.registry.Logo;
import dev.latchkey.authz.registry.StoredClient;
import dev.latchkey.oauth.admin.ETag;
import dev.latchkey.oauth.client.ClientKeys;
import dev.latchkey.oauth.client.SecretHash;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client, in the fields of the registry file. Longer than others, as it has all of them. */
@Schema(
    name = "Client",
    description = "A client: the fields of the registry file, as docs/registry.md explains them")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientBody(
    @Schema(required = true, maxLength = 255, description = "Cannot be changed")
        @JsonProperty("client_id")
        String clientId,
    @Schema(required = true, description = "For people") @JsonProperty("name") String name,
    @Schema(description = "A data URI, at most 32 KiB decoded; not in lists") @JsonProperty("logo")
        @Nullable String logo,
    @Schema(defaultValue = "true") @JsonProperty("enabled") boolean enabled,
    @Schema(
            enumeration = {"none", "client_secret_basic", "client_secret_post", "private_key_jwt"},
            defaultValue = "client_secret_basic")
        @JsonProperty("token_endpoint_auth_method")
        String authenticationMethod,
    @Schema(type = SchemaType.OBJECT, description = "A JWK Set, for private_key_jwt")
        @JsonProperty("jwks")
        @Nullable Map<String, Object> jwks,
    @Schema(format = "uri", description = "Or its address") @JsonProperty("jwks_uri")
        @Nullable String jwksUri,
    @JsonProperty("allowed_origins") List<String> allowedOrigins,
    @JsonProperty("grant_types") List<String> grantTypes,
    @JsonProperty("scopes") List<String> scopes,
    @JsonProperty("default_api") @Nullable String defaultApi,
    @Schema(defaultValue = "false") @JsonProperty("require_pkce") boolean requirePkce,
    @JsonProperty("device_code") CodeBody deviceCode,
    @Schema(defaultValue = "false") @JsonProperty("dpop_bound_access_tokens")
        boolean dpopBoundAccessTokens,
    @JsonProperty("refresh_token") RefreshBody refreshToken,
    @Schema(enumeration = {"ES256", "RS256", "EdDSA"}) @JsonProperty("id_token_signed_response_alg")
        @Nullable String idTokenAlgorithm,
    @Schema(defaultValue = "false") @JsonProperty("first_party") boolean firstParty,
    @JsonProperty("approval") ApprovalBody approval,
    @Schema(
            enumeration = {"rfc8628", "auth0"},
            defaultValue = "rfc8628")
        @JsonProperty("error_profile")
        String errorProfile,
    @Schema(
            enumeration = {"file", "admin"},
            readOnly = true,
            description = "What the registry file declares is read-only here")
        @JsonProperty(EntrySource.FIELD)
        String source,
    @Schema(
            implementation = String.class,
            readOnly = true,
            description = "Made here, shown in the answer that made it, and never again")
        @JsonProperty("client_secret")
        @Nullable ShownSecret secret) {

  static ClientBody of(StoredClient stored) {
    return of(stored, stored.logo().map(Logo::dataUri).orElse(null), null);
  }

  static ClientBody withoutLogo(StoredClient stored) {
    return of(stored, null, null);
  }

  static ClientBody of(StoredClient stored, Optional<ShownSecret> secret) {
    return of(stored, stored.logo().map(Logo::dataUri).orElse(null), secret.orElse(null));
  }

  /** Of all that an administrator can change, the secret too. */
  static ETag etag(StoredClient stored) {
    var secret = stored.client().secret().map(SecretHash::encoded).orElse("");
    return ETag.ofBytes((of(stored) + "\n" + secret).getBytes(UTF_8));
  }

  private static ClientBody of(
      StoredClient stored, @Nullable String logo, @Nullable ShownSecret secret) {
    var client = stored.client();
    return new ClientBody(
        client.id().value(),
        client.name(),
        logo,
        client.enabled(),
        client.authenticationMethod().registeredName(),
        client.keys().map(ClientBody::jwks).orElse(null),
        client.keys().map(ClientBody::jwksUri).orElse(null),
        sorted(client.allowedOrigins()),
        sorted(client.grantTypes()),
        List.copyOf(client.scopes().tokens()),
        client.defaultApi().orElse(null),
        client.requiresPkce(),
        CodeBody.of(client.codes()),
        client.tokens().requiresDpop(),
        RefreshBody.of(client.tokens()),
        client.tokens().idTokenAlgorithm().orElse(null),
        client.approval().firstParty(),
        ApprovalBody.of(client.approval()),
        client.errorProfile().name().toLowerCase(Locale.ROOT),
        EntrySource.of(stored.declared()),
        secret);
  }

  private static @Nullable Map<String, Object> jwks(ClientKeys keys) {
    return switch (keys) {
      case ClientKeys.Inline(var json) -> new JsonObject(json).getMap();
      case ClientKeys.At ignored -> null;
    };
  }

  private static @Nullable String jwksUri(ClientKeys keys) {
    return switch (keys) {
      case ClientKeys.Inline ignored -> null;
      case ClientKeys.At(var uri) -> uri.toString();
    };
  }

  /** A set has no order of its own, and the same state has the same ETag. */
  private static List<String> sorted(Set<String> values) {
    return values.stream().sorted().toList();
  }
}
