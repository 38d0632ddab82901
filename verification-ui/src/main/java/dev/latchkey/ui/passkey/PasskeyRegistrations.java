package dev.latchkey.ui.passkey;

import static java.util.Objects.requireNonNull;

import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.util.exception.WebAuthnException;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.Challenges;
import dev.latchkey.session.Challenges.Ceremony;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.entry.LoginConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Adds passkeys to accounts (WebAuthn section 7.1). */
@ApplicationScoped
public class PasskeyRegistrations {

  private static final Logger LOG = Logger.getLogger(PasskeyRegistrations.class);

  private final RelyingParty site;
  private final Challenges challenges;
  private final Passkeys passkeys;
  private final LoginConfig login;

  PasskeyRegistrations(
      RelyingParty site, Challenges challenges, Passkeys passkeys, LoginConfig login) {
    this.site = site;
    this.challenges = challenges;
    this.passkeys = passkeys;
    this.login = login;
  }

  /**
   * Whether the account is one for passkeys: a person whom a provider vouches for would otherwise
   * come in without it, after it has let them go.
   */
  public boolean isFor(Account account) {
    return login.local() && account.hasPassword();
  }

  /** What the account's page asks for. */
  public Uni<PasskeyPrompt> prompt(
      BrowserSession session, Account account, List<Passkey> known, PasskeyProblem problem) {
    return challenges
        .issue(session.id(), Ceremony.REGISTRATION)
        .map(
            challenge ->
                PasskeyPrompt.toRegister(
                    challenge.value(),
                    site.id(),
                    UserHandle.text(account.handle()),
                    known,
                    problem));
  }

  /** Adds the passkey of the form; NONE if that went well. */
  public Uni<PasskeyProblem> add(
      BrowserSession session, Account account, String label, RoutingContext form) {
    return read(form)
        .map(attestation -> add(session, account, label, attestation))
        .orElseGet(() -> problem(PasskeyProblem.REFUSED));
  }

  private Optional<RegistrationData> read(RoutingContext form) {
    try {
      return PasskeyForm.attestation(form).map(site::read);
    } catch (WebAuthnException e) {
      LOG.debug("unreadable attestation", e);
      return Optional.empty();
    }
  }

  private Uni<PasskeyProblem> add(
      BrowserSession session, Account account, String label, RegistrationData attestation) {
    var challenge = SignedChallenge.of(attestation.getCollectedClientData());
    return challenge
        .map(signed -> challenges.use(session.id(), Ceremony.REGISTRATION, signed))
        .orElseGet(() -> Uni.createFrom().item(false))
        .flatMap(
            open ->
                open
                    ? add(account, label, attestation, challenge.orElseThrow())
                    : problem(PasskeyProblem.OVER));
  }

  private Uni<PasskeyProblem> add(
      Account account, String label, RegistrationData attestation, Challenge challenge) {
    var row = verified(attestation, challenge);
    if (row == null) {
      return problem(PasskeyProblem.REFUSED);
    }
    row.account = account.id();
    row.label = label;
    return passkeys
        .of(account.id())
        .flatMap(
            known ->
                known.size() >= Passkeys.MOST ? problem(PasskeyProblem.TOO_MANY) : addNew(row));
  }

  private Uni<PasskeyProblem> addNew(PasskeyRow row) {
    return passkeys
        .named(row.credentialId)
        .flatMap(
            known ->
                known.isPresent()
                    ? problem(PasskeyProblem.ALREADY_THERE)
                    : passkeys.add(row).replaceWith(PasskeyProblem.NONE));
  }

  private @Nullable PasskeyRow verified(RegistrationData attestation, Challenge challenge) {
    try {
      var credential = site.verify(attestation, challenge);
      return site.isReasonable(credential) ? row(attestation, credential) : null;
    } catch (WebAuthnException e) {
      LOG.debug("attestation refused", e);
      return null;
    }
  }

  private PasskeyRow row(RegistrationData attestation, AttestedCredentialData credential) {
    var made = requireNonNull(attestation.getAttestationObject()).getAuthenticatorData();
    var row = new PasskeyRow();
    row.id = UUID.randomUUID();
    row.credentialId = credential.getCredentialId();
    row.credential = site.bytes(credential);
    row.signCount = made.getSignCount();
    row.transports = transports(attestation.getTransports());
    row.aaguid = Optional.ofNullable(credential.getAaguid().getValue()).orElse(new UUID(0, 0));
    row.backupEligible = made.isFlagBE();
    row.backedUp = made.isFlagBS();
    row.createdAt = Instant.now();
    return row;
  }

  private static String transports(@Nullable Set<AuthenticatorTransport> transports) {
    return transports == null
        ? ""
        : transports.stream()
            .map(AuthenticatorTransport::getValue)
            .sorted()
            .collect(Collectors.joining(" "));
  }

  private static Uni<PasskeyProblem> problem(PasskeyProblem problem) {
    return Uni.createFrom().item(problem);
  }
}
