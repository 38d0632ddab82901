package dev.latchkey.token.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  boolean locked;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(
      name = "upstream_identity",
      schema = "people",
      joinColumns = @JoinColumn(name = "account"))
  List<UpstreamSignIn> upstream = new ArrayList<>();

  @Column(name = "updated_at")
  Instant updatedAt = Instant.EPOCH;

  Account toAccount() {
    return new Account(
        id, username, name, email, emailVerified, disabled, locked, upstream, updatedAt);
  }
}
