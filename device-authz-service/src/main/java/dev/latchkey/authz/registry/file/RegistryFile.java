package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The declarative file as it is written, before any of it is believed (DESIGN section 6). {@code
 * users} belong to verification-ui and are passed over here.
 */
@RegisterForReflection
record RegistryFile(
    @Nullable List<DeclaredApi> apis,
    @Nullable List<DeclaredClient> clients,
    @Nullable JsonNode users) {

  @RegisterForReflection
  record DeclaredApi(
      @Nullable String identifier,
      @Nullable String name,
      @Nullable Map<String, JsonNode> scopes,
      @JsonProperty("allow_offline_access") @Nullable Boolean allowOfflineAccess,
      @JsonProperty("access_token_lifetime") @Nullable String accessTokenLifetime,
      @JsonProperty("introspection_clients") @Nullable List<String> introspectionClients) {}

  /** Names are those of RFC 7591 section 2 and RFC 9449 section 5.2, where these have one. */
  @RegisterForReflection
  record DeclaredClient(
      @JsonProperty("client_id") @Nullable String clientId,
      @Nullable String name,
      @Nullable String logo,
      @JsonProperty("token_endpoint_auth_method") @Nullable String authenticationMethod,
      @JsonProperty("client_secret") @Nullable DeclaredSecret secret,
      @Nullable JsonNode jwks,
      @JsonProperty("jwks_uri") @Nullable String jwksUri,
      @JsonProperty("allowed_origins") @Nullable List<String> allowedOrigins,
      @JsonProperty("grant_types") @Nullable List<String> grantTypes,
      @Nullable List<String> scopes,
      @JsonProperty("default_api") @Nullable String defaultApi,
      @JsonProperty("require_pkce") @Nullable Boolean requirePkce,
      @JsonProperty("device_code") @Nullable DeclaredCode deviceCode,
      @JsonProperty("dpop_bound_access_tokens") @Nullable Boolean dpopBoundAccessTokens,
      @JsonProperty("refresh_token") @Nullable DeclaredRefresh refreshToken,
      @JsonProperty("id_token_signed_response_alg") @Nullable String idTokenAlgorithm,
      @JsonProperty("first_party") @Nullable Boolean firstParty,
      @Nullable DeclaredApproval approval,
      @JsonProperty("error_profile") @Nullable String errorProfile,
      @Nullable Boolean enabled) {}

  @RegisterForReflection
  record DeclaredApproval(
      @JsonProperty("typed_code") @Nullable Boolean typedCode,
      @Nullable List<String> networks,
      @JsonProperty("same_network") @Nullable Boolean sameNetwork,
      @Nullable List<String> groups,
      @Nullable String confirmation) {}

  /** One of the three; {@code value} only in the local profile. */
  @RegisterForReflection
  record DeclaredSecret(@Nullable String env, @Nullable String file, @Nullable String value) {}

  @RegisterForReflection
  record DeclaredCode(
      @Nullable String lifetime,
      @Nullable String interval,
      @JsonProperty("user_code") @Nullable DeclaredUserCode userCode) {}

  @RegisterForReflection
  record DeclaredUserCode(@Nullable String charset, @Nullable String mask) {}

  @RegisterForReflection
  record DeclaredRefresh(
      @Nullable Boolean rotation,
      @JsonProperty("idle_lifetime") @Nullable String idleLifetime,
      @JsonProperty("absolute_lifetime") @Nullable String absoluteLifetime) {}
}
