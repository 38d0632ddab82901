package dev.latchkey.token.discovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Server metadata (RFC 8414 section 2, RFC 8628 section 4, RFC 9449 section 5.1, OpenID Connect
 * Discovery section 3; {@code confirmation_methods_supported} and {@code poll_wait_max} are our
 * own, see {@code docs/devices.md}). What is not said here, we do not do; the members that are
 * {@code false} are there because their absence would mean {@code true}, or leave it open.
 */
record MetadataBody(
    @JsonProperty("issuer") String issuer,
    @JsonProperty("device_authorization_endpoint") URI deviceAuthorizationEndpoint,
    @JsonProperty("token_endpoint") URI tokenEndpoint,
    @JsonProperty("revocation_endpoint") URI revocationEndpoint,
    @JsonProperty("introspection_endpoint") URI introspectionEndpoint,
    @JsonProperty("userinfo_endpoint") URI userinfoEndpoint,
    @JsonProperty("jwks_uri") URI jwksUri,
    @JsonProperty("scopes_supported") List<String> scopes,
    @JsonProperty("response_types_supported") List<String> responseTypes,
    @JsonProperty("grant_types_supported") List<String> grantTypes,
    @JsonProperty("code_challenge_methods_supported") List<String> challengeMethods,
    @JsonProperty("confirmation_methods_supported") List<String> confirmationMethods,
    @JsonProperty("poll_wait_max") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Long pollWaitMax,
    @JsonProperty("dpop_signing_alg_values_supported") List<String> proofAlgorithms,
    @JsonProperty("token_endpoint_auth_methods_supported") List<String> clientMethods,
    @JsonProperty("token_endpoint_auth_signing_alg_values_supported")
        List<String> assertionAlgorithms,
    @JsonProperty("revocation_endpoint_auth_methods_supported") List<String> revocationMethods,
    @JsonProperty("revocation_endpoint_auth_signing_alg_values_supported")
        List<String> revocationAlgorithms,
    @JsonProperty("introspection_endpoint_auth_methods_supported")
        List<String> introspectionMethods,
    @JsonProperty("introspection_endpoint_auth_signing_alg_values_supported")
        List<String> introspectionAlgorithms,
    @JsonProperty("subject_types_supported") List<String> subjectTypes,
    @JsonProperty("id_token_signing_alg_values_supported") List<String> idTokenAlgorithms,
    @JsonProperty("claim_types_supported") List<String> claimTypes,
    @JsonProperty("claims_supported") List<String> claims,
    @JsonProperty("claims_parameter_supported") boolean claimsParameter,
    @JsonProperty("request_parameter_supported") boolean requestParameter,
    @JsonProperty("request_uri_parameter_supported") boolean requestUriParameter) {}
