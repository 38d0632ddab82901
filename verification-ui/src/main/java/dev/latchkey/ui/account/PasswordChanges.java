package dev.latchkey.ui.account;

import dev.latchkey.ui.account.NewPassword.Weakness;
import dev.latchkey.ui.account.PasswordOutcome.Changed;
import dev.latchkey.ui.account.PasswordOutcome.NotTheirs;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Failed.Reason;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gives accounts another password, at the wish of the person who knows the current one. */
@ApplicationScoped
public class PasswordChanges {

  private final Accounts accounts;
  private final Passwords passwords;

  PasswordChanges(Accounts accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /** What is wrong with a new password; empty if nothing is. */
  public Optional<Weakness> weakness(Account account, String next) {
    return NewPassword.weakness(next, account.username());
  }

  /**
   * Changes the password of an account as it was when the current password was checked. Fails with
   * an exception that is answered 503 if PostgreSQL is away or too many sign in.
   */
  public Uni<PasswordOutcome> change(Account account, String next) {
    return accounts
        .row(account.id())
        .flatMap(
            found ->
                found
                    .filter(row -> row.generation == account.generation())
                    .map(row -> passwords.hashed(next).flatMap(hash -> change(row, hash)))
                    .orElseGet(() -> only(notTheirs(Reason.WRONG_PASSWORD, account))));
  }

  private Uni<PasswordOutcome> change(AccountRow row, String hash) {
    return accounts
        .changePassword(row, hash)
        .flatMap(
            changed ->
                changed
                    ? accounts.admit(row.id).map(PasswordChanges::changed)
                    : only(notTheirs(Reason.WRONG_PASSWORD, row.toAccount())));
  }

  private static PasswordOutcome changed(SignInOutcome outcome) {
    return switch (outcome) {
      case Welcome(var account) -> new Changed(account);
      case Failed failed -> new NotTheirs(failed);
    };
  }

  private static PasswordOutcome notTheirs(Reason reason, Account account) {
    return new NotTheirs(new Failed(reason, Optional.of(account)));
  }

  private static Uni<PasswordOutcome> only(PasswordOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
