package dev.latchkey.redis;

import dev.latchkey.grant.Approval;
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

  /** Where there is none, as RFC 8628 section 3.2 has it. */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

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

  /**
   * The fields of a new grant beyond those that create.lua makes itself.
   *
   * @param userCode the MAC by which the user code is looked up, of which the grant keeps a check
   * @param terms the digest of what the registry says, see {@link RedisTerms}
   */
  static List<String> of(NewGrant grant, String userCode, String terms) {
    var out = new Writer();
    out.put("client_id", grant.client().value());
    out.put("terms", terms);
    if (!grant.interval().equals(INTERVAL)) {
      out.put("interval", Long.toString(grant.interval().toMillis()));
    }
    out.put("usercode", UserCodeIndex.check(userCode));
    out.put(
        "error_profile",
        switch (grant.errorProfile()) {
          case RFC8628 -> "";
          case AUTH0 -> "AUTH0";
        });
    var device = grant.device();
    out.put("name", device.name());
    out.put("model", device.model());
    out.put("serial", device.serial());
    out.put("version", device.appVersion());
    out.put("code_challenge", grant.proof().codeChallenge());
    out.put("dpop_jkt", grant.proof().dpopThumbprint());
    put(out, grant.authentication());
    out.put("confirmation", grant.policy().numberMatching() ? "number" : "");
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

  /** The fields of an approval. */
  static List<String> of(Approval approval) {
    var out = new Writer();
    out.put("subject", approval.subject());
    out.put("granted", approval.scope().toString());
    out.put("auth_time", Long.toString(approval.authTime().getEpochSecond()));
    out.put("amr", SpacedWords.write(approval.amr()));
    out.put("acr", approval.acr());
    out.put("enrolment", approval.enrolment());
    return out.flat;
  }

  /** The fields of a denial. */
  static List<String> ofDenial(@Nullable String subject) {
    var out = new Writer();
    out.put("subject", subject);
    return out.flat;
  }

  /** The digest of the grant's terms. */
  String terms() {
    return required("terms");
  }

  GrantView view(Terms terms) {
    var api = terms.api();
    var expiresAt = Instant.ofEpochMilli(number("expires_at"));
    return new GrantView(
        new ClientId(required("client_id")),
        terms.clientName(),
        terms.clientLogo(),
        terms.mask(),
        Scope.stored(terms.scope()),
        terms.scopeWords(),
        api == null ? null : api.identifier(),
        api == null ? null : api.name(),
        device(),
        authentication(),
        fields.containsKey("confirmation") ? terms.policy().withNumberMatching() : terms.policy(),
        optional("address"),
        expiresAt.minusMillis(number("lifetime")),
        expiresAt);
  }

  Approval approval() {
    return new Approval(
        required("subject"),
        Scope.stored(optional("granted")),
        Instant.ofEpochSecond(number("auth_time")),
        SpacedWords.stored(optional("amr")),
        fields.get("acr"),
        fields.get("enrolment"));
  }

  ConfirmationNumber confirmationNumber() {
    return new ConfirmationNumber(required("number"));
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
        fields.get("name"), fields.get("model"), fields.get("serial"), fields.get("version"));
  }

  private AuthenticationRequest authentication() {
    return new AuthenticationRequest(
        List.copyOf(SpacedWords.stored(optional("ui_locales"))),
        fields.get("login_hint"),
        fields.get("idp_hint"),
        List.copyOf(SpacedWords.stored(optional("acr_values"))),
        fields.containsKey("max_age") ? Duration.ofSeconds(number("max_age")) : null);
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
