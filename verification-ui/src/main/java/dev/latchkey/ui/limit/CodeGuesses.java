package dev.latchkey.ui.limit;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.OpenOutcome;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.limit.Limit;
import dev.latchkey.oauth.limit.AddressPrefix;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.EnteredCode;
import dev.latchkey.session.TypedCodes;
import dev.latchkey.ui.account.Accounts;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.audit.Audit.LimitKind;
import dev.latchkey.ui.limit.CodeAnswer.Crowded;
import dev.latchkey.ui.limit.CodeAnswer.LookedUp;
import dev.latchkey.ui.limit.CodeAnswer.SignInFirst;
import dev.latchkey.ui.limit.CodeAnswer.TooMany;
import dev.latchkey.ui.limit.Reserved.All;
import dev.latchkey.ui.limit.Reserved.Missing;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Looks user codes up, as far as the limits on guessing them allow. Whoever is signed in answers
 * for it with the account, and is not held up by what others did from the same address.
 */
@ApplicationScoped
public class CodeGuesses {

  private final GrantDecisions grants;
  private final Accounts accounts;
  private final Reservations reservations;
  private final LoginFirst loginFirst;
  private final CrowdedCodes crowded;
  private final TypedCodes typed;
  private final CurrentSession current;
  private final Audit audit;
  private final Limit perSession;
  private final Limit perAccount;
  private final Limit perAddress;

  CodeGuesses(
      GrantDecisions grants,
      Accounts accounts,
      Reservations reservations,
      LoginFirst loginFirst,
      CrowdedCodes crowded,
      TypedCodes typed,
      CurrentSession current,
      Audit audit,
      LimitConfig config) {
    this.grants = grants;
    this.accounts = accounts;
    this.reservations = reservations;
    this.loginFirst = loginFirst;
    this.crowded = crowded;
    this.typed = typed;
    this.current = current;
    this.audit = audit;
    this.perSession = config.codesPerSession().named("codes-per-session");
    this.perAccount = config.codesPerAccount().named("codes-per-account");
    this.perAddress = config.codesPerAddress().named("codes-per-address");
  }

  /** Looks a code up that was typed or came with a link; a wrong one uses the limits up. */
  public Uni<CodeAnswer> lookUp(EnteredCode code, BrowserSession session, RoutingContext routing) {
    return account(session)
        .map(account -> new Guess(code, session, account, current.address(routing)))
        .flatMap(guess -> guess.anonymous() ? unlessLoginFirst(guess) : attempt(guess));
  }

  /** Of a session whose account may go on with it: no other answers for anything. */
  private Uni<Optional<String>> account(BrowserSession session) {
    return session
        .person()
        .map(person -> accounts.active(person).map(found -> found.map(it -> person.subject())))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private Uni<CodeAnswer> unlessLoginFirst(Guess guess) {
    return loginFirst
        .left()
        .flatMap(
            left ->
                left.map(retryAfter -> signInFirst(guess, retryAfter))
                    .orElseGet(() -> unlessCrowded(guess)));
  }

  private Uni<CodeAnswer> unlessCrowded(Guess guess) {
    return crowded
        .include(guess.code().code())
        .flatMap(
            included ->
                included
                    ? typed
                        .keep(guess.session().browser(), guess.code())
                        .replaceWith(Crowded.SIGN_IN)
                    : attempt(guess));
  }

  /** The code that the person entered before they signed in, if there is one. */
  public Uni<Optional<EnteredCode>> kept(BrowserSession session) {
    return session.person().isPresent()
        ? typed.take(session.browser())
        : Uni.createFrom().item(Optional.empty());
  }

  private Uni<CodeAnswer> attempt(Guess guess) {
    return reservations
        .reserve(demands(guess))
        .flatMap(
            reserved ->
                switch (reserved) {
                  case All all -> lookUp(guess, all);
                  case Missing missing -> refused(missing, guess);
                });
  }

  private List<Demand> demands(Guess guess) {
    var browser = guess.session().browser().value();
    var bySession = new Demand(LimitKind.CODE_SESSION, perSession, browser, true);
    var prefix = AddressPrefix.of(guess.address());
    return guess
        .account()
        .map(
            account ->
                List.of(
                    bySession,
                    new Demand(LimitKind.CODE_ACCOUNT, perAccount, account, true),
                    new Demand(LimitKind.CODE_ADDRESS, perAddress, prefix, false)))
        .orElseGet(
            () -> List.of(bySession, new Demand(LimitKind.CODE_ADDRESS, perAddress, prefix, true)));
  }

  private Uni<CodeAnswer> lookUp(Guess guess, All reserved) {
    return grants
        .lookUp(guess.code().code(), guess.session().browser())
        .onFailure()
        .call(() -> giveBack(reserved).onFailure().recoverWithNull())
        .call(outcome -> settle(outcome, reserved, guess.anonymous()))
        .map(LookedUp::new);
  }

  private Uni<Void> settle(OpenOutcome outcome, All reserved, boolean anonymous) {
    return switch (outcome) {
      case Closed.UNKNOWN -> anonymous ? loginFirst.wrong() : Uni.createFrom().voidItem();
      case Closed ignored -> giveBack(reserved);
      case Open(var grant, var view) -> right(grant, reserved, anonymous);
      case Confirming(var grant, var view, var number) -> right(grant, reserved, anonymous);
    };
  }

  private Uni<Void> right(GrantId grant, All reserved, boolean anonymous) {
    return anonymous ? giveBack(reserved).chain(() -> loginFirst.right(grant)) : giveBack(reserved);
  }

  private Uni<Void> giveBack(All reserved) {
    return reservations.giveBack(reserved.reservations());
  }

  private Uni<CodeAnswer> refused(Missing missing, Guess guess) {
    var retryAfter = missing.limited().retryAfter();
    if (missing.limited().first()) {
      audit.limitReached(missing.kind(), guess.address(), guess.account().orElse(null));
    }
    return missing.kind() == LimitKind.CODE_ADDRESS
        ? signInFirst(guess, retryAfter)
        : Uni.createFrom().item(new TooMany(retryAfter));
  }

  private Uni<CodeAnswer> signInFirst(Guess guess, Duration retryAfter) {
    return typed
        .keep(guess.session().browser(), guess.code())
        .replaceWith(new SignInFirst(retryAfter));
  }
}
