package dev.latchkey.ui.limit;

import dev.latchkey.limit.Attempt;
import dev.latchkey.limit.Backoff;
import dev.latchkey.limit.BackoffOutcome;
import dev.latchkey.limit.BackoffOutcome.Delayed;
import dev.latchkey.limit.BackoffOutcome.Ready;
import dev.latchkey.limit.Backoffs;
import dev.latchkey.limit.Limit;
import dev.latchkey.oauth.limit.AddressPrefix;
import dev.latchkey.ui.account.SignInOutcome;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import dev.latchkey.ui.account.SignIns;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.audit.Audit.LimitKind;
import dev.latchkey.ui.limit.PasswordAnswer.Checked;
import dev.latchkey.ui.limit.Reserved.All;
import dev.latchkey.ui.limit.Reserved.Missing;
import dev.latchkey.ui.session.CurrentSession;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks passwords, as far as the limits on guessing them allow. Counted is the name that was
 * typed, so that the answer, and the time it takes, is the same whether there is such an account or
 * not.
 */
@Startup // settings that make no sense are refused at start
@ApplicationScoped
public class PasswordGuesses {

  private final SignIns signIns;
  private final Reservations reservations;
  private final Backoffs backoffs;
  private final KnownBrowsers browsers;
  private final CurrentSession current;
  private final Audit audit;
  private final Limit perAddress;
  private final Backoff perName;
  private final Backoff perBrowser;

  PasswordGuesses(
      SignIns signIns,
      Reservations reservations,
      Backoffs backoffs,
      KnownBrowsers browsers,
      CurrentSession current,
      Audit audit,
      LimitConfig config) {
    this.signIns = signIns;
    this.reservations = reservations;
    this.backoffs = backoffs;
    this.browsers = browsers;
    this.current = current;
    this.audit = audit;
    this.perAddress = config.passwordsPerAddress().named("passwords-per-address");
    this.perName = backoff("passwords", config);
    this.perBrowser = backoff("passwords-known", config);
  }

  /**
   * Checks a password, unless too many were wrong before. A success forgets the failures that the
   * name has in this browser if it is a known one, and everywhere else if it is not; the address
   * keeps what it has used up.
   */
  public Uni<PasswordAnswer> check(String username, String password, RoutingContext routing) {
    var guess = guess(username, password, routing);
    var demand =
        new Demand(
            LimitKind.PASSWORD_ADDRESS,
            perAddress,
            AddressPrefix.of(guess.address()),
            guess.browser().isEmpty());
    return reservations
        .reserve(List.of(demand))
        .flatMap(
            reserved ->
                switch (reserved) {
                  case Missing(var kind, var limited) ->
                      delayed(kind, limited.retryAfter(), limited.first(), guess);
                  case All all -> check(guess, all, routing);
                });
  }

  /**
   * What somebody tries.
   *
   * @param name as accounts compare: one account must not have several names to guess under
   * @param browser there if it is known to the name
   */
  private record Guess(
      String username, String password, String name, Optional<String> browser, String address) {

    @Override
    public String toString() {
      return "Guess[redacted]";
    }
  }

  private Guess guess(String username, String password, RoutingContext routing) {
    var name = username.strip().toLowerCase(Locale.ROOT);
    return new Guess(
        username, password, name, browsers.id(routing, name), current.address(routing));
  }

  private Uni<PasswordAnswer> check(Guess guess, All reserved, RoutingContext routing) {
    return attempt(guess)
        .onFailure()
        .call(() -> quietly(giveBack(reserved)))
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Ready(var attempt) ->
                      check(guess, attempt, reserved)
                          .invoke(then -> remember(then, routing, guess.name()))
                          .map(Checked::new);
                  case Delayed(var retryAfter, var first) ->
                      giveBack(reserved)
                          .chain(
                              () -> delayed(LimitKind.PASSWORD_ACCOUNT, retryAfter, first, guess));
                });
  }

  private Uni<BackoffOutcome> attempt(Guess guess) {
    return guess
        .browser()
        .map(id -> backoffs.attempt(perBrowser, id + '\0' + guess.name()))
        .orElseGet(() -> backoffs.attempt(perName, guess.name()));
  }

  private Uni<SignInOutcome> check(Guess guess, Attempt attempt, All reserved) {
    return signIns
        .check(guess.username(), guess.password())
        .onFailure()
        .call(() -> quietly(backoffs.giveBack(attempt).chain(() -> giveBack(reserved))))
        .call(
            outcome ->
                switch (outcome) {
                  case Welcome ignored ->
                      backoffs.succeeded(attempt).chain(() -> giveBack(reserved));
                  case Failed ignored -> Uni.createFrom().voidItem();
                });
  }

  private void remember(SignInOutcome outcome, RoutingContext routing, String name) {
    switch (outcome) {
      case Welcome ignored -> browsers.remember(routing, name);
      case Failed ignored -> {}
    }
  }

  private Uni<PasswordAnswer> delayed(
      LimitKind kind, Duration retryAfter, boolean first, Guess guess) {
    if (first) {
      audit.limitReached(kind, guess.address(), null);
    }
    return Uni.createFrom().item(new PasswordAnswer.Delayed(retryAfter));
  }

  private Uni<Void> giveBack(All reserved) {
    return reservations.giveBack(reserved.reservations());
  }

  /** What failed first is what the person is answered. */
  private static Uni<Void> quietly(Uni<Void> afterFailure) {
    return afterFailure.onFailure().recoverWithNull();
  }

  private static Backoff backoff(String name, LimitConfig config) {
    return new Backoff(
        name,
        config.freePasswordFailures(),
        config.firstPasswordDelay(),
        config.longestPasswordDelay(),
        config.passwordFailureForgottenAfter());
  }
}
