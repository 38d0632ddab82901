package dev.latchkey.ui.passkey;

import static java.util.Objects.requireNonNull;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.Challenges;
import dev.latchkey.session.Challenges.Ceremony;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.account.Accounts;
import dev.latchkey.ui.account.SignInOutcome;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Failed.Reason;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Signing in with a passkey alone: it says itself whose it is (WebAuthn section 7.2). */
@ApplicationScoped
public class PasskeySignIns {

  /**
   * RFC 8176: a key was proved ({@code pop}; without attestation we cannot say whether hardware
   * holds it), the person was there ({@code user}) and showed a second factor to it, a PIN or a
   * body, we are not told which ({@code mfa}).
   */
  public static final Set<String> AMR = Set.of("pop", "user", "mfa");

  /** Phishing-resistant (OpenID Connect EAP ACR Values section 2). */
  public static final String ACR = "phr";

  private static final Logger LOG = Logger.getLogger(PasskeySignIns.class);

  private final RelyingParty site;
  private final Challenges challenges;
  private final Passkeys passkeys;
  private final Accounts accounts;

  PasskeySignIns(RelyingParty site, Challenges challenges, Passkeys passkeys, Accounts accounts) {
    this.site = site;
    this.challenges = challenges;
    this.passkeys = passkeys;
    this.accounts = accounts;
  }

  /** What a sign-in page asks for. */
  public Uni<PasskeyPrompt> prompt(BrowserSession session, PasskeyProblem problem) {
    return challenges
        .issue(session.id(), Ceremony.SIGN_IN)
        .map(challenge -> PasskeyPrompt.toSignIn(challenge.value(), site.id(), problem));
  }

  /** Who it is that filled in the form. */
  public Uni<SignInOutcome> check(BrowserSession session, RoutingContext form) {
    return read(form)
        .map(assertion -> check(session, assertion))
        .orElseGet(() -> failed(Reason.PASSKEY_INVALID));
  }

  /** The person of that account, signed in by a passkey just now. */
  public static SignedIn person(Account account) {
    return new SignedIn(
        account.subject(), account.generation(), Instant.now(), AMR, ACR, Optional.empty());
  }

  private Optional<AuthenticationData> read(RoutingContext form) {
    try {
      return PasskeyForm.assertion(form).map(site::read);
    } catch (WebAuthnException e) {
      LOG.debug("unreadable assertion", e);
      return Optional.empty();
    }
  }

  private Uni<SignInOutcome> check(BrowserSession session, AuthenticationData assertion) {
    var challenge = SignedChallenge.of(assertion.getCollectedClientData());
    return challenge
        .map(signed -> challenges.use(session.id(), Ceremony.SIGN_IN, signed))
        .orElseGet(() -> Uni.createFrom().item(false))
        .flatMap(
            open ->
                open ? check(assertion, challenge.orElseThrow()) : failed(Reason.CHALLENGE_OVER));
  }

  private Uni<SignInOutcome> check(AuthenticationData assertion, Challenge challenge) {
    return passkeys
        .named(assertion.getCredentialId())
        .flatMap(
            found ->
                found
                    .map(row -> check(assertion, challenge, row))
                    .orElseGet(() -> failed(Reason.UNKNOWN_PASSKEY)));
  }

  private Uni<SignInOutcome> check(
      AuthenticationData assertion, Challenge challenge, PasskeyRow row) {
    return accounts
        .admit(row.account)
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Failed failed -> Uni.createFrom().item(failed);
                  case Welcome(var account) when !account.hasPassword() ->
                      failed(Reason.NOT_LOCAL, account);
                  case Welcome(var account) -> admit(assertion, challenge, row, account);
                });
  }

  private Uni<SignInOutcome> admit(
      AuthenticationData assertion, Challenge challenge, PasskeyRow row, Account account) {
    try {
      site.verify(assertion, challenge, row);
    } catch (MaliciousCounterValueException e) {
      return failed(Reason.PASSKEY_CLONED, account);
    } catch (WebAuthnException e) {
      LOG.debug("assertion refused", e);
      return failed(Reason.PASSKEY_INVALID, account);
    }
    if (!UserHandle.is(account.handle(), assertion.getUserHandle())) {
      return failed(Reason.PASSKEY_INVALID, account);
    }
    var signed = requireNonNull(assertion.getAuthenticatorData());
    return passkeys
        .used(row, signed.getSignCount(), signed.isFlagBS())
        .flatMap(
            counted ->
                counted
                    ? Uni.createFrom().item(new Welcome(account))
                    : failed(Reason.PASSKEY_CLONED, account));
  }

  private static Uni<SignInOutcome> failed(Reason reason) {
    return Uni.createFrom().item(new Failed(reason, Optional.empty()));
  }

  private static Uni<SignInOutcome> failed(Reason reason, Account account) {
    return Uni.createFrom().item(new Failed(reason, Optional.of(account)));
  }
}
