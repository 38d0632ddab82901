package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.oauth.registry.Meaning;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The declarative file as it is written, before any of it is believed (DESIGN section 6). {@code
 * users} belong to verification-ui and are passed over here. Its fields and their meanings are also
 * what {@code docs/registry.schema.json} is made of.
 */
@RegisterForReflection
record RegistryFile(
    @Meaning("What devices get tokens for.") @Nullable List<DeclaredApi> apis,
    @Meaning("Who may ask for tokens: devices, APIs that introspect, administrators.")
        @Nullable List<DeclaredClient> clients,
    @JsonProperty("kill_switches")
        @Meaning("What is off for now, and comes back as it was when it is taken out of here.")
        @Nullable DeclaredKillSwitches killSwitches,
    @Meaning("Where audit events are sent to.") @Nullable List<DeclaredWebhook> webhooks,
    @Meaning("Local accounts; refused outside the local profile.") @Nullable JsonNode users) {

  @RegisterForReflection
  record DeclaredApi(
      @Meaning("The aud of its access tokens; what a device names by audience or resource.")
          @Nullable String identifier,
      @Meaning("For people.") @Nullable String name,
      @Meaning("false withdraws it: nothing is given for it any more, within 10 s.")
          @Nullable Boolean enabled,
      @Meaning("Scope: words for the consent page, one text in English or one for each language.")
          @Nullable Map<String, JsonNode> scopes,
      @JsonProperty("allow_offline_access")
          @Meaning("Whether devices may have refresh tokens for it.")
          @Nullable Boolean allowOfflineAccess,
      @JsonProperty("access_token_lifetime") @Meaning("How long an access token is good.")
          @Nullable String accessTokenLifetime,
      @JsonProperty("introspection_clients")
          @Meaning(
              "Confidential clients of this file through which the API looks at its tokens"
                  + " (RFC 7662).")
          @Nullable List<String> introspectionClients) {}

  /** Names are those of RFC 7591 section 2 and RFC 9449 section 5.2, where these have one. */
  @RegisterForReflection
  record DeclaredClient(
      @JsonProperty("client_id") @Meaning("What the client names itself by.")
          @Nullable String clientId,
      @Meaning("For people.") @Nullable String name,
      @Meaning(
              "What pages show beside the name: a data URI in base64, at most 32 KiB decoded."
                  + " Square, and legible on white and on black.")
          @Nullable String logo,
      @JsonProperty("token_endpoint_auth_method")
          @Meaning("How it authenticates; none for a public client.")
          @Nullable String authenticationMethod,
      @JsonProperty("client_secret")
          @Meaning("Where the secret is, for the two methods with one. At least 24 characters.")
          @Nullable DeclaredSecret secret,
      @Meaning("Public keys for private_key_jwt: RSA of 2048 to 4096 bits, P-256 or Ed25519.")
          @Nullable JsonNode jwks,
      @JsonProperty("jwks_uri")
          @Meaning(
              "The address of such a set: https, or http to this machine in the local profile.")
          @Nullable String jwksUri,
      @JsonProperty("allowed_origins")
          @Meaning("Web pages that are this client: origins exactly as browsers send them.")
          @Nullable List<String> allowedOrigins,
      @JsonProperty("grant_types")
          @Meaning("What it may do. The device grant is off for a client that does not list it.")
          @Nullable List<String> grantTypes,
      @Meaning(
              "What it may ask for: openid, profile, email, offline_access and scopes of APIs;"
                  + " latchkey:admin for an administrator.")
          @Nullable List<String> scopes,
      @JsonProperty("default_api")
          @Meaning("The identifier of the API that is meant when the device names none.")
          @Nullable String defaultApi,
      @JsonProperty("require_pkce") @Meaning("No codes without a code_challenge (RFC 7636).")
          @Nullable Boolean requirePkce,
      @JsonProperty("device_code") @Meaning("How its codes are made.")
          @Nullable DeclaredCode deviceCode,
      @JsonProperty("dpop_bound_access_tokens")
          @Meaning("No tokens without a DPoP proof (RFC 9449 section 5.2).")
          @Nullable Boolean dpopBoundAccessTokens,
      @JsonProperty("refresh_token") @Meaning("How its refresh tokens live.")
          @Nullable DeclaredRefresh refreshToken,
      @JsonProperty("id_token_signed_response_alg")
          @Meaning("The algorithm of its ID tokens; the installation's if left out.")
          @Nullable String idTokenAlgorithm,
      @JsonProperty("first_party")
          @Meaning(
              "People are not asked for consent; they still confirm that it is the device in front"
                  + " of them.")
          @Nullable Boolean firstParty,
      @Meaning("What is demanded of whoever approves its devices.")
          @Nullable DeclaredApproval approval,
      @JsonProperty("error_profile") @Meaning("The statuses of its refusals.")
          @Nullable String errorProfile,
      @Meaning("false stops it: invalid_client everywhere, within 10 s.")
          @Nullable Boolean enabled) {}

  @RegisterForReflection
  record DeclaredKillSwitches(
      @Meaning("true switches everything off: no codes, no approvals, no tokens.")
          @Nullable Boolean service,
      @Meaning("The client_id of each client of this file that is off.")
          @Nullable List<String> clients,
      @Meaning("The identifier of each API of this file that is off.") @Nullable List<String> apis,
      @Meaning("Each scope of an API of this file that no token has for now.")
          @Nullable List<String> scopes) {}

  @RegisterForReflection
  record DeclaredWebhook(
      @Meaning("What it is called in addresses and in the log: a-z, 0-9 and - within.")
          @Nullable String name,
      @Meaning("Where events are posted to: https, or http to this machine in the local profile.")
          @Nullable String url,
      @Meaning("Where the secret is that bodies are signed with: whsec_ and base64.")
          @Nullable DeclaredSecret secret,
      @JsonProperty("old_secret")
          @Meaning("Likewise; signs too while the receiver changes to the new one.")
          @Nullable DeclaredSecret oldSecret,
      @Meaning(
              "Kinds of events such as grant.approved, or grant.* for all that begin so; every kind"
                  + " if left out.")
          @Nullable List<String> events,
      @Meaning("false stops it: nothing is sent, and what happens meanwhile is not sent later.")
          @Nullable Boolean enabled) {}

  @RegisterForReflection
  record DeclaredApproval(
      @JsonProperty("typed_code")
          @Meaning("The person types the code: no verification_uri_complete.")
          @Nullable Boolean typedCode,
      @Meaning("The person's browser is in one of these (CIDR); anywhere if left out.")
          @Nullable List<String> networks,
      @JsonProperty("same_network")
          @Meaning("The browser and the device are in the same network, as we see them.")
          @Nullable Boolean sameNetwork,
      @Meaning("The person is in one of these groups of their identity provider.")
          @Nullable List<String> groups,
      @Meaning("number: the person enters on the device two digits that the page shows.")
          @Nullable String confirmation) {}

  /** One of the three; {@code value} only in the local profile. */
  @RegisterForReflection
  record DeclaredSecret(
      @Meaning("The name of an environment variable of device-authz-service.") @Nullable String env,
      @Meaning("The path of a file that device-authz-service can read.") @Nullable String file,
      @Meaning("The secret itself, in the local profile only.") @Nullable String value) {}

  @RegisterForReflection
  record DeclaredCode(
      @Meaning("How long a code can be used.") @Nullable String lifetime,
      @Meaning("The least time between polls.") @Nullable String interval,
      @JsonProperty("user_code") @Meaning("What people see and type.")
          @Nullable DeclaredUserCode userCode) {}

  @RegisterForReflection
  record DeclaredUserCode(
      @Meaning("base20: consonants. digits: for remote controls and number pads.")
          @Nullable String charset,
      @Meaning(
              "* stands for a character; - and space are punctuation. base20 needs 6 asterisks or"
                  + " more, digits 8.")
          @Nullable String mask) {}

  @RegisterForReflection
  record DeclaredRefresh(
      @Meaning(
              "false keeps one refresh token for good: for a client with credentials or"
                  + " dpop_bound_access_tokens.")
          @Nullable Boolean rotation,
      @JsonProperty("idle_lifetime")
          @Meaning("Unused for this long it ends; the installation's if left out.")
          @Nullable String idleLifetime,
      @JsonProperty("absolute_lifetime")
          @Meaning("After this long it ends, however much used; the installation's if left out.")
          @Nullable String absoluteLifetime) {}
}
