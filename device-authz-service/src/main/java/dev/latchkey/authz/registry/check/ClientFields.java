package dev.latchkey.authz.registry.check;

import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.Declaration;
import dev.latchkey.authz.registry.TokenRules;
import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.oauth.client.ClientKeys;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A client as the fields of the file. */
final class ClientFields {

  private ClientFields() {}

  static Map<String, FieldValue> of(Declaration.Entry entry) {
    var client = entry.client();
    var fields = new LinkedHashMap<String, FieldValue>();
    fields.put("name", FieldValue.text(client.name()));
    fields.put("logo", new FieldValue.Unshown(client.logoId()));
    fields.put("enabled", FieldValue.text(client.enabled()));
    fields.put(
        "token_endpoint_auth_method",
        FieldValue.text(client.authenticationMethod().registeredName()));
    fields.put("client_secret", new FieldValue.Unshown(entry.secret()));
    fields.put(
        "jwks", new FieldValue.Unshown(client.keys().filter(ClientKeys.Inline.class::isInstance)));
    fields.put(
        "jwks_uri",
        FieldValue.optional(
            client
                .keys()
                .filter(ClientKeys.At.class::isInstance)
                .map(ClientKeys.At.class::cast)
                .map(ClientKeys.At::uri)));
    fields.put("allowed_origins", FieldValue.many(client.allowedOrigins()));
    fields.put("grant_types", FieldValue.many(client.grantTypes()));
    fields.put("scopes", FieldValue.many(client.scopes().tokens()));
    fields.put("default_api", FieldValue.optional(client.defaultApi()));
    fields.put("require_pkce", FieldValue.text(client.requiresPkce()));
    codes(fields, client);
    tokens(fields, client.tokens());
    approval(fields, client.approval());
    fields.put(
        "error_profile", FieldValue.text(client.errorProfile().name().toLowerCase(Locale.ROOT)));
    return fields;
  }

  private static void codes(Map<String, FieldValue> fields, Client client) {
    var codes = client.codes();
    var format = codes.userCodeFormat();
    fields.put("device_code.lifetime", FieldValue.duration(codes.lifetime()));
    fields.put("device_code.interval", FieldValue.duration(codes.interval()));
    fields.put(
        "device_code.user_code.charset",
        FieldValue.text(format.characterSet().name().toLowerCase(Locale.ROOT)));
    fields.put("device_code.user_code.mask", FieldValue.text(format.mask()));
  }

  private static void tokens(Map<String, FieldValue> fields, TokenRules tokens) {
    fields.put("dpop_bound_access_tokens", FieldValue.text(tokens.requiresDpop()));
    fields.put("refresh_token.rotation", FieldValue.text(tokens.rotatesRefreshTokens()));
    fields.put(
        "refresh_token.idle_lifetime",
        tokens.refreshIdleLifetime().map(FieldValue::duration).orElseGet(FieldValue::none));
    fields.put(
        "refresh_token.absolute_lifetime",
        tokens.refreshAbsoluteLifetime().map(FieldValue::duration).orElseGet(FieldValue::none));
    fields.put("id_token_signed_response_alg", FieldValue.optional(tokens.idTokenAlgorithm()));
  }

  private static void approval(Map<String, FieldValue> fields, ApprovalPolicy approval) {
    fields.put("first_party", FieldValue.text(approval.firstParty()));
    fields.put("approval.typed_code", FieldValue.text(approval.typedCode()));
    fields.put("approval.networks", FieldValue.many(approval.networks()));
    fields.put("approval.same_network", FieldValue.text(approval.sameNetwork()));
    fields.put("approval.groups", FieldValue.many(approval.groups()));
    fields.put(
        "approval.confirmation",
        approval.numberMatching() ? FieldValue.text("number") : FieldValue.none());
  }
}
