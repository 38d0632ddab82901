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
import org.jspecify.annotations.Nullable;

/**
 * Makes the accounts of the registry file at start. An account keeps its id for as long as its name
 * stays the same; one that is gone from the file is disabled, and comes back if it comes back.
 * Without a file nothing changes.
 */
@ApplicationScoped
class DeclaredAccounts {

  private static final Set<String> ALLOWED = Set.of("local", "test");

  private final RegistryFileConfig config;
  private final Accounts accounts;

  DeclaredAccounts(RegistryFileConfig config, Accounts accounts) {
    this.config = config;
    this.accounts = accounts;
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
    var known = row == null ? null : row.passwordHash;
    var samePassword = known != null && Passwords.isHashOf(user.password(), known);
    if (row != null && samePassword && user.describes(row)) {
      return;
    }
    var hash = known != null && samePassword ? known : Passwords.hash(user.password());
    VertxContextSupport.subscribeAndAwait(
        () -> accounts.put(user.username(), account -> fill(account, user, hash)));
    Log.infof("account %s is as the registry file declares it", user.username());
  }

  private static void fill(AccountRow account, DeclaredUser user, String hash) {
    account.username = user.username();
    account.name = user.name();
    account.email = user.email();
    account.emailVerified = user.emailVerified();
    account.passwordHash = hash;
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
