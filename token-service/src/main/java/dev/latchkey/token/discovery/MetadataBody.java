package dev.latchkey.token.discovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;

/** Server metadata (RFC 8414 section 2, RFC 8628 section 4, OpenID Connect Discovery section 3). */
record MetadataBody(
    @JsonProperty("issuer") String issuer,
    @JsonProperty("device_authorization_endpoint") URI deviceAuthorizationEndpoint,
    @JsonProperty("token_endpoint") URI tokenEndpoint,
    @JsonProperty("userinfo_endpoint") URI userinfoEndpoint,
    @JsonProperty("jwks_uri") URI jwksUri,
    @JsonProperty("scopes_supported") List<String> scopes,
    @JsonProperty("response_types_supported") List<String> responseTypes,
    @JsonProperty("grant_types_supported") List<String> grantTypes,
    @JsonProperty("token_endpoint_auth_methods_supported") List<String> authenticationMethods,
    @JsonProperty("subject_types_supported") List<String> subjectTypes,
    @JsonProperty("id_token_signing_alg_values_supported") List<String> idTokenAlgorithms,
    @JsonProperty("claims_supported") List<String> claims) {}
