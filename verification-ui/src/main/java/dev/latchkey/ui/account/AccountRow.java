package dev.latchkey.ui.account;

import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Failed.Reason;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The {@code account} table. token-service has a read-only mapping of its own. Only what has
 * changed is written: who signs in meanwhile must not undo what an administrator did.
 */
@Entity
@DynamicUpdate
@Table(name = "account")
class AccountRow {

  @Id UUID id = new UUID(0, 0);

  String username = "";

  String name = "";

  @Nullable String email;

  @Column(name = "email_verified")
  boolean emailVerified;

  /** None if the person only ever signs in at a provider. */
  @Column(name = "password_hash")
  @Nullable String passwordHash;

  /** Of the password in the registry file, if it comes from there. */
  @Column(name = "declared_password_hash")
  @Nullable String declaredPasswordHash;

  /** By which that password is known again, see {@link DeclaredPasswords}. */
  @Column(name = "declared_password_mac")
  byte @Nullable [] declaredPasswordMac;

  /** Sessions of an older one are over. */
  long generation;

  /** What passkeys keep; random, so that it says nothing of anybody. */
  UUID handle = UUID.randomUUID();

  boolean disabled;

  /** By an administrator, until further notice. */
  boolean locked;

  /** Comes from the registry file. */
  boolean declared;

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  @Column(name = "updated_at")
  Instant updatedAt = Instant.EPOCH;

  boolean maySignIn() {
    return !disabled && !locked;
  }

  SignInOutcome admit() {
    if (maySignIn()) {
      return new Welcome(toAccount());
    }
    return new Failed(disabled ? Reason.DISABLED : Reason.LOCKED, Optional.of(toAccount()));
  }

  Account toAccount() {
    return new Account(id, username, name, generation, handle, passwordHash != null);
  }
}
