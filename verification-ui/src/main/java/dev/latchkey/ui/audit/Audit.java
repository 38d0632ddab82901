package dev.latchkey.ui.audit;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.audit.AuditEvent;
import dev.latchkey.oauth.audit.AuditSink;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.account.SignInOutcome;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import dev.latchkey.ui.account.UpstreamFailure;
import dev.latchkey.ui.consent.Agreement;
import dev.latchkey.ui.metrics.Metrics;
import dev.latchkey.ui.metrics.Metrics.Code;
import dev.latchkey.ui.metrics.Metrics.Decided;
import dev.latchkey.ui.policy.Obstacle;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What people did on the pages, as listed in {@code docs/audit-events.md}. No method takes a code,
 * a password or anything else that was typed. What has an outcome that metrics tell is counted here
 * too.
 */
@ApplicationScoped
public class Audit {

  /** Which form a browser opened a grant with. */
  public enum Step {
    CODE,
    CONFIRM,
    SIGN_IN,
    CONSENT,
    NUMBER
  }

  /** What somebody has used up; named by what is counted, and for whom. */
  public enum LimitKind {
    CODE_SESSION,
    CODE_ACCOUNT,
    CODE_ADDRESS,
    PASSWORD_ACCOUNT,
    PASSWORD_ADDRESS,
    PASSKEY_ADDRESS,
    QR_ADDRESS
  }

  private final AuditSink sink;
  private final Metrics metrics;

  Audit(AuditSink sink, Metrics metrics) {
    this.sink = sink;
    this.metrics = metrics;
  }

  public void codeUnknown(String address) {
    metrics.code(Code.UNKNOWN);
    write("code.unknown", null, null, null, Map.of("address", address));
  }

  public void opened(GrantId grant, ClientId client, String address, Step step) {
    if (step == Step.CODE) {
      metrics.code(Code.OPENED);
    }
    write("grant.opened", grant, client, null, Map.of("address", address, "step", word(step)));
  }

  /** An approval, and why the person was asked for consent or was not. */
  public void approved(
      GrantId grant,
      ClientId client,
      String subject,
      Scope scope,
      Agreement agreement,
      String address) {
    var details =
        Map.of(
            "scope", scope.toString(),
            "consent", word(agreement),
            "address", address);
    metrics.decided(Decided.APPROVED);
    write("grant.approved", grant, client, subject, details);
  }

  /** A denial; without a subject if nobody was signed in. */
  public void denied(GrantId grant, ClientId client, @Nullable String subject, String address) {
    metrics.decided(Decided.DENIED);
    write("grant.denied", grant, client, subject, Map.of("address", address));
  }

  /**
   * A denial by somebody who says that they did not start this.
   *
   * @param askedFrom where the device asked from
   * @param address where the browser is
   */
  public void disowned(
      GrantId grant, ClientId client, @Nullable String subject, String askedFrom, String address) {
    var details = Map.of("asked_from", askedFrom, "address", address);
    metrics.decided(Decided.DISOWNED);
    write("grant.disowned", grant, client, subject, details);
  }

  /** The same of a grant that had been denied before; what it was about is over. */
  public void disownedDenied(GrantId grant, @Nullable String subject, String address) {
    metrics.decided(Decided.DISOWNED);
    write("grant.disowned", grant, null, subject, Map.of("address", address));
  }

  /** Somebody confirmed or approved, and may not; without a subject if nobody here may. */
  public void barred(
      GrantId grant, ClientId client, @Nullable String subject, Obstacle obstacle, String address) {
    var details = Map.of("reason", word(obstacle), "address", address);
    metrics.decided(Decided.BARRED);
    write("grant.barred", grant, client, subject, details);
  }

  public void consentGiven(ClientId client, String subject, @Nullable String api, Scope scope) {
    var details = Map.of("api", api == null ? "-" : api, "scope", scope.toString());
    write("consent.given", null, client, subject, details);
  }

  /** What was remembered of that client and API is forgotten, because the person wants it so. */
  public void consentForgotten(ClientId client, String subject, @Nullable String api) {
    var details = Map.of("api", api == null ? "-" : api);
    write("consent.forgotten", null, client, subject, details);
  }

  /** What came of a sign-in with a local account. */
  public void signIn(SignInOutcome outcome, Set<String> amr, String address) {
    switch (outcome) {
      case Welcome(var account) -> loginSucceeded(account.subject(), amr, address);
      case Failed(var reason, var account) ->
          loginFailed(account.map(Account::subject).orElse(null), reason, address);
    }
  }

  private void loginSucceeded(String subject, Set<String> amr, String address) {
    var details = Map.of("amr", String.join(" ", new TreeSet<>(amr)), "address", address);
    metrics.signIn(Metrics.SignIn.SUCCEEDED);
    write("login.succeeded", null, null, subject, details);
  }

  /** The name that was typed is not noted: people type passwords into the wrong field. */
  public void loginFailed(@Nullable String subject, Failed.Reason reason, String address) {
    metrics.signIn(Metrics.SignIn.FAILED);
    write("login.failed", null, null, subject, Map.of("reason", word(reason), "address", address));
  }

  /** Every session of the account, but for the one that did it, is over. */
  public void passwordChanged(String subject, String address) {
    write("password.changed", null, null, subject, Map.of("address", address));
  }

  /** Every session of the account is over. */
  public void sessionsEnded(String subject, String address) {
    write("sessions.ended", null, null, subject, Map.of("address", address));
  }

  /** The same, because an administrator wants it. */
  public void sessionsEndedBy(ClientId administrator, String subject) {
    write("sessions.ended", null, null, subject, Map.of("by", administrator.value()));
  }

  public void accountBlocked(String subject, ClientId by) {
    write("account.blocked", null, null, subject, Map.of("by", by.value()));
  }

  public void accountUnblocked(String subject, ClientId by) {
    write("account.unblocked", null, null, subject, Map.of("by", by.value()));
  }

  public void passkeyAdded(String subject, String address) {
    write("passkey.added", null, null, subject, Map.of("address", address));
  }

  public void passkeyRemoved(String subject, String address) {
    write("passkey.removed", null, null, subject, Map.of("address", address));
  }

  /** A sign-in at the provider of that name. */
  public void loginSucceeded(String subject, String provider, Set<String> amr, String address) {
    var details =
        Map.of(
            "provider", provider, "amr", String.join(" ", new TreeSet<>(amr)), "address", address);
    metrics.signIn(Metrics.SignIn.SUCCEEDED);
    write("login.succeeded", null, null, subject, details);
  }

  /** A sign-in at the provider of that name; with a subject if it proved one of ours. */
  public void loginFailed(
      @Nullable String subject, String provider, UpstreamFailure reason, String address) {
    var details =
        Map.of("provider", provider, "reason", "upstream_" + word(reason), "address", address);
    metrics.signIn(Metrics.SignIn.UPSTREAM_FAILED);
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

  /** A limit was reached; once, and not for each request that it refuses. */
  public void limitReached(LimitKind kind, String address, @Nullable String subject) {
    write("limit.reached", null, null, subject, Map.of("kind", word(kind), "address", address));
  }

  /** Too many codes are wrong: everybody must sign in before one is looked up. */
  public void loginFirstOn(long wrong, long right) {
    var details = Map.of("wrong", Long.toString(wrong), "right", Long.toString(right));
    metrics.loginFirst();
    write("limit.login_first_on", null, null, null, details);
  }

  /** Codes are looked up for everybody again. */
  public void loginFirstOff() {
    write("limit.login_first_off", null, null, null, Map.of());
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
