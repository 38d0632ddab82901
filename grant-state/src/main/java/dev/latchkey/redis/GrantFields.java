package dev.latchkey.redis;

import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.Approval;
import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.AuthenticationRequest;
import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ConfirmationNumber;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.NewGrant;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.SpacedWords;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a grant's hash, written and read. What is absent or empty has no field. {@code
 * docs/redis-schema.md} says who uses which.
 */
final class GrantFields {

  private final Map<String, String> fields;

  private GrantFields(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Reads {@code field value field value ...} from the second element of a script's reply on. */
  static GrantFields of(Response reply) {
    return of(reply, 1);
  }

  /** Reads them from the given element of a script's reply on. */
  static GrantFields of(Response reply, int from) {
    var fields = new HashMap<String, String>();
    for (var i = from; i + 1 < reply.size(); i += 2) {
      fields.put(reply.get(i).toString(), reply.get(i + 1).toString());
    }
    return new GrantFields(fields);
  }

  /** The fields of a new grant beyond those that create.lua makes itself. */
  static List<String> of(NewGrant grant, String userCodeKey) {
    var out = new Writer();
    out.put("client_id", grant.client().value());
    out.put("client_name", grant.clientName());
    out.put("client_logo", grant.clientLogo());
    out.put("scope", grant.scope().toString());
    out.put("scope_words", ScopeWords.write(grant.scopeWords()));
    var api = grant.api();
    if (api != null) {
      out.put("api", api.identifier());
      out.put("api_name", api.name());
      out.put("api_lifetime", Long.toString(api.accessTokenLifetime().toMillis()));
    }
    out.put("refreshable", flag(grant.refreshable()));
    out.put("interval", Long.toString(grant.interval().toMillis()));
    out.put("usercode", userCodeKey);
    out.put("mask", grant.userCodeFormat().mask());
    out.put(
        "error_profile",
        switch (grant.errorProfile()) {
          case RFC8628 -> "";
          case AUTH0 -> "AUTH0";
        });
    var device = grant.device();
    out.put("device_name", device.name());
    out.put("device_model", device.model());
    out.put("device_serial", device.serial());
    out.put("app_version", device.appVersion());
    out.put("code_challenge", grant.proof().codeChallenge());
    out.put("dpop_jkt", grant.proof().dpopThumbprint());
    put(out, grant.authentication());
    put(out, grant.policy());
    out.put("address", grant.address());
    return out.flat;
  }

  private static void put(Writer out, AuthenticationRequest request) {
    out.put("ui_locales", SpacedWords.write(request.uiLocales()));
    out.put("login_hint", request.loginHint());
    out.put("idp_hint", request.idpHint());
    out.put("acr_values", SpacedWords.write(request.acrValues()));
    var maxAge = request.maxAge();
    out.put("max_age", maxAge == null ? "" : Long.toString(maxAge.toSeconds()));
  }

  private static void put(Writer out, ApprovalPolicy policy) {
    out.put("first_party", flag(policy.firstParty()));
    out.put("typed_code", flag(policy.typedCode()));
    out.put("networks", SpacedWords.write(policy.networks()));
    out.put("same_network", flag(policy.sameNetwork()));
    // Groups may have spaces in their names.
    out.put("groups", String.join("\n", policy.groups()));
    out.put("confirmation", policy.numberMatching() ? "number" : "");
  }

  private static String flag(boolean set) {
    return set ? "1" : "";
  }

  /** The fields of an approval. */
  static List<String> of(Approval approval) {
    var out = new Writer();
    out.put("subject", approval.subject());
    out.put("granted", approval.scope().toString());
    out.put("auth_time", Long.toString(approval.authTime().getEpochSecond()));
    out.put("amr", SpacedWords.write(approval.amr()));
    out.put("acr", approval.acr());
    return out.flat;
  }

  /** The fields of a denial. */
  static List<String> ofDenial(@Nullable String subject) {
    var out = new Writer();
    out.put("subject", subject);
    return out.flat;
  }

  GrantView view() {
    return new GrantView(
        new ClientId(required("client_id")),
        required("client_name"),
        fields.get("client_logo"),
        required("mask"),
        Scope.stored(optional("scope")),
        ScopeWords.read(optional("scope_words")),
        fields.get("api"),
        fields.get("api_name"),
        device(),
        authentication(),
        policy(),
        optional("address"),
        Instant.ofEpochMilli(number("created_at")),
        Instant.ofEpochMilli(number("expires_at")));
  }

  Approval approval() {
    return new Approval(
        required("subject"),
        Scope.stored(optional("granted")),
        Instant.ofEpochSecond(number("auth_time")),
        SpacedWords.stored(optional("amr")),
        fields.get("acr"));
  }

  ConfirmationNumber confirmationNumber() {
    return new ConfirmationNumber(required("number"));
  }

  @Nullable ApiAccess api() {
    var identifier = fields.get("api");
    return identifier == null
        ? null
        : new ApiAccess(
            identifier, required("api_name"), Duration.ofMillis(number("api_lifetime")));
  }

  boolean refreshable() {
    return fields.containsKey("refreshable");
  }

  String claim() {
    return required("claim");
  }

  Set<ClaimId> released() {
    return SpacedWords.stored(optional("released")).stream()
        .map(ClaimId::new)
        .collect(Collectors.toSet());
  }

  String address() {
    return optional("address");
  }

  ClaimedDevice device() {
    return new ClaimedDevice(
        fields.get("device_name"),
        fields.get("device_model"),
        fields.get("device_serial"),
        fields.get("app_version"));
  }

  private AuthenticationRequest authentication() {
    return new AuthenticationRequest(
        List.copyOf(SpacedWords.stored(optional("ui_locales"))),
        fields.get("login_hint"),
        fields.get("idp_hint"),
        List.copyOf(SpacedWords.stored(optional("acr_values"))),
        fields.containsKey("max_age") ? Duration.ofSeconds(number("max_age")) : null);
  }

  private ApprovalPolicy policy() {
    return new ApprovalPolicy(
        fields.containsKey("first_party"),
        fields.containsKey("typed_code"),
        SpacedWords.stored(optional("networks")),
        fields.containsKey("same_network"),
        lines("groups"),
        fields.containsKey("confirmation"));
  }

  private Set<String> lines(String field) {
    var value = optional(field);
    return value.isEmpty() ? Set.of() : Set.of(value.split("\n"));
  }

  private String required(String field) {
    var value = fields.get(field);
    if (value == null) {
      throw new IllegalStateException("a grant without " + field);
    }
    return value;
  }

  private String optional(String field) {
    return fields.getOrDefault(field, "");
  }

  private long number(String field) {
    return Long.parseLong(required(field));
  }

  private static final class Writer {

    private final List<String> flat = new ArrayList<>();

    void put(String field, @Nullable String value) {
      if (value != null && !value.isEmpty()) {
        flat.add(field);
        flat.add(value);
      }
    }
  }
}
