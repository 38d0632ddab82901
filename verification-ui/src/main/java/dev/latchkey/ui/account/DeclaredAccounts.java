package dev.latchkey.ui.account;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the accounts of the registry file at start. A password that its person changed stays until
 * the file's own changes. An account keeps its id for as long as its name stays the same; one that
 * is gone from the file is disabled, and comes back if it comes back. Without a file nothing
 * changes.
 */
@ApplicationScoped
class DeclaredAccounts {

  private static final Set<String> ALLOWED = Set.of("local", "test");

  private final RegistryFileConfig config;
  private final Accounts accounts;
  private final DeclaredPasswords passwords;

  DeclaredAccounts(RegistryFileConfig config, Accounts accounts, DeclaredPasswords passwords) {
    this.config = config;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  void atStart(@Observes StartupEvent event) throws Throwable {
    if (config.file().isEmpty()) {
      // Nothing is declared by saying nothing.
      return;
    }
    var users = UsersFile.read(config.file().get());
    if (!users.isEmpty() && ConfigUtils.getProfiles().stream().noneMatch(ALLOWED::contains)) {
      throw new IllegalStateException(
          "latchkey.registry.file declares users, with passwords in the clear. That is for the"
              + " local profile only: remove users from the file.");
    }
    apply(users);
  }

  void apply(List<DeclaredUser> users) throws Throwable {
    var rows = new HashMap<String, AccountRow>();
    for (var row : VertxContextSupport.subscribeAndAwait(accounts::all)) {
      rows.put(row.username.toLowerCase(Locale.ROOT), row);
    }
    for (var user : users) {
      put(user, rows.remove(user.username().toLowerCase(Locale.ROOT)));
    }
    disable(rows);
  }

  private void put(DeclaredUser user, @Nullable AccountRow row) throws Throwable {
    var same = row == null ? null : hashOfSamePassword(user, row);
    if (row != null && same != null && user.describes(row)) {
      if (!passwords.isKnown(user.password(), row)) {
        change(user, account -> passwords.remember(user.password(), same, account));
      }
      return;
    }
    var hash = same == null ? Passwords.hash(user.password()) : same;
    change(user, account -> fill(account, user, hash, same == null));
    Log.infof("account %s is as the registry file declares it", user.username());
  }

  /** None if the file says another password than before. */
  private @Nullable String hashOfSamePassword(DeclaredUser user, AccountRow row) {
    var hash = row.declaredPasswordHash;
    var password = user.password();
    return hash != null && (passwords.isKnown(password, row) || Passwords.isHashOf(password, hash))
        ? hash
        : null;
  }

  private void change(DeclaredUser user, Consumer<AccountRow> change) throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> accounts.put(user.username(), change));
  }

  /** If the file's password is the same as before, the person may have another: it stays. */
  private void fill(AccountRow account, DeclaredUser user, String hash, boolean newPassword) {
    account.username = user.username();
    account.name = user.name();
    account.email = user.email();
    account.emailVerified = user.emailVerified();
    if (newPassword) {
      account.passwordHash = hash;
      account.declaredPasswordHash = hash;
      account.generation++;
    }
    passwords.remember(user.password(), hash, account);
    account.disabled = false;
    account.declared = true;
    touch(account);
  }

  private void disable(Map<String, AccountRow> gone) throws Throwable {
    for (var row : gone.values()) {
      if (row.declared && !row.disabled) {
        VertxContextSupport.subscribeAndAwait(
            () ->
                accounts.put(
                    row.username,
                    account -> {
                      account.disabled = true;
                      touch(account);
                    }));
        Log.infof("account %s is gone from the registry file, and disabled", row.username);
      }
    }
  }

  private static void touch(AccountRow account) {
    var now = Instant.now();
    account.updatedAt = now;
    if (account.createdAt.equals(Instant.EPOCH)) {
      account.createdAt = now;
    }
  }
}
