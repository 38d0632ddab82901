package dev.latchkey.ui.account;

import dev.latchkey.ui.account.PasswordOutcome.Changed;
import dev.latchkey.ui.account.PasswordOutcome.NotTheirs;
import dev.latchkey.ui.account.PasswordOutcome.Weak;
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
  private final SignIns signIns;
  private final Passwords passwords;

  PasswordChanges(Accounts accounts, SignIns signIns, Passwords passwords) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.passwords = passwords;
  }

  /** Fails with an exception that is answered 503 if PostgreSQL is away or too many sign in. */
  public Uni<PasswordOutcome> change(Account account, String current, String next) {
    var weakness = NewPassword.weakness(next, account.username());
    return weakness.isPresent()
        ? only(new Weak(weakness.get()))
        : accounts
            .row(account.id())
            .flatMap(
                found ->
                    found
                        .map(row -> change(row, current, next))
                        .orElseGet(() -> only(notTheirs(Reason.UNKNOWN_ACCOUNT, account))));
  }

  private Uni<PasswordOutcome> change(AccountRow row, String current, String next) {
    return signIns
        .check(row, current)
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Failed failed -> only(new NotTheirs(failed));
                  case Welcome ignored -> passwords.hashed(next).flatMap(hash -> change(row, hash));
                });
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
