package dev.latchkey.token.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The {@code account} table, which verification-ui owns; read-only here. */
@Entity
@Immutable
@Table(name = "account", schema = "people")
class AccountRow {

  @Id UUID id = new UUID(0, 0);

  String username = "";

  String name = "";

  @Nullable String email;

  @Column(name = "email_verified")
  boolean emailVerified;

  boolean disabled;

  @Column(name = "updated_at")
  Instant updatedAt = Instant.EPOCH;

  Account toAccount() {
    return new Account(id, username, name, email, emailVerified, disabled, updatedAt);
  }
}
