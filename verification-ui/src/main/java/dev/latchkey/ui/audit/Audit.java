package dev.latchkey.ui.audit;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.audit.AuditEvent;
import dev.latchkey.oauth.audit.AuditSink;
import dev.latchkey.ui.account.SignInOutcome;
import dev.latchkey.ui.upstream.UpstreamFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What people did on the pages, as listed in {@code docs/audit-events.md}. No method takes a code,
 * a password or anything else that was typed.
 */
@ApplicationScoped
public class Audit {

  /** Which form a browser opened a grant with. */
  public enum Step {
    CODE,
    CONFIRM,
    SIGN_IN,
    CONSENT
  }

  private final AuditSink sink;

  Audit(AuditSink sink) {
    this.sink = sink;
  }

  public void codeUnknown(String address) {
    write("code.unknown", null, null, null, Map.of("address", address));
  }

  public void opened(GrantId grant, ClientId client, String address, Step step) {
    write("grant.opened", grant, client, null, Map.of("address", address, "step", word(step)));
  }

  /** An approval; {@code remembered} if consent had been given before and was not asked again. */
  public void approved(
      GrantId grant,
      ClientId client,
      String subject,
      Scope scope,
      boolean remembered,
      String address) {
    var details =
        Map.of(
            "scope", scope.toString(),
            "remembered", Boolean.toString(remembered),
            "address", address);
    write("grant.approved", grant, client, subject, details);
  }

  /** A denial; without a subject if nobody was signed in. */
  public void denied(GrantId grant, ClientId client, @Nullable String subject, String address) {
    write("grant.denied", grant, client, subject, Map.of("address", address));
  }

  public void consentGiven(ClientId client, String subject, @Nullable String api, Scope scope) {
    var details = Map.of("api", api == null ? "-" : api, "scope", scope.toString());
    write("consent.given", null, client, subject, details);
  }

  public void loginSucceeded(String subject, Set<String> amr, String address) {
    var details = Map.of("amr", String.join(" ", new TreeSet<>(amr)), "address", address);
    write("login.succeeded", null, null, subject, details);
  }

  /** The name that was typed is not noted: people type passwords into the wrong field. */
  public void loginFailed(
      @Nullable String subject, SignInOutcome.Failed.Reason reason, String address) {
    write("login.failed", null, null, subject, Map.of("reason", word(reason), "address", address));
  }

  /** A sign-in at the provider of that name. */
  public void loginSucceeded(String subject, String provider, Set<String> amr, String address) {
    var details =
        Map.of(
            "provider", provider, "amr", String.join(" ", new TreeSet<>(amr)), "address", address);
    write("login.succeeded", null, null, subject, details);
  }

  /** A sign-in at the provider of that name; with a subject if it proved one of ours. */
  public void loginFailed(
      @Nullable String subject, String provider, UpstreamFailure reason, String address) {
    var details =
        Map.of("provider", provider, "reason", "upstream_" + word(reason), "address", address);
    write("login.failed", null, null, subject, details);
  }

  /** The provider of that name said so; of one session there, or of all that a person has. */
  public void loggedOutUpstream(String provider, boolean oneSession) {
    var details = Map.of("provider", provider, "of", oneSession ? "session" : "person");
    write("logout.upstream", null, null, null, details);
  }

  public void loggedOut(@Nullable String subject) {
    write("logout", null, null, subject, Map.of());
  }

  private void write(
      String name,
      @Nullable GrantId grant,
      @Nullable ClientId client,
      @Nullable String subject,
      Map<String, String> details) {
    sink.write(new AuditEvent(name, grant, client, subject, details));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
