package dev.latchkey.ui.account;

import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Checks who a person is. Every refusal takes the same time, whether there is an account or not.
 */
@ApplicationScoped
public class SignIns {

  /** RFC 8176. */
  public static final Set<String> AMR = Set.of("pwd");

  private final Accounts accounts;
  private final Passwords passwords;

  SignIns(Accounts accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /** The person of that account, signed in by its password just now. */
  public static SignedIn person(Account account) {
    return SignedIn.locally(account.subject(), account.generation(), Instant.now(), AMR);
  }

  /** Fails with an exception that is answered 503 if PostgreSQL is away or too many sign in. */
  public Uni<SignInOutcome> check(String username, String password) {
    var known =
        username.length() > Passwords.LONGEST
            ? Uni.createFrom().item(Optional.<AccountRow>empty())
            : accounts.named(username.strip());
    return known.flatMap(
        row -> row.map(found -> check(found, password)).orElseGet(() -> unknown(password)));
  }

  Uni<SignInOutcome> check(AccountRow row, String password) {
    var hash = row.passwordHash;
    var matches =
        password.length() > Passwords.LONGEST || hash == null
            ? passwords.matchesNobodys(password.length() > Passwords.LONGEST ? "" : password)
            : passwords.matches(password, hash);
    return matches.map(
        right -> {
          if (!right) {
            return new Failed(Failed.Reason.WRONG_PASSWORD, Optional.of(row.toAccount()));
          }
          return row.admit();
        });
  }

  private Uni<SignInOutcome> unknown(String password) {
    return passwords
        .matchesNobodys(password.length() > Passwords.LONGEST ? "" : password)
        .replaceWith(new Failed(Failed.Reason.UNKNOWN_ACCOUNT, Optional.empty()));
  }
}
