package dev.latchkey.ui.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The {@code consent} table: one row per set of scopes that was agreed to together. */
@Entity
@Immutable
@Table(name = "consent")
@IdClass(ConsentRow.Key.class)
class ConsentRow {

  @Id UUID account = new UUID(0, 0);

  @Id
  @Column(name = "client_id")
  String clientId = "";

  @Id String api = "";

  @Id String scope = "";

  @Column(name = "granted_at")
  Instant grantedAt = Instant.EPOCH;

  record Key(UUID account, String clientId, String api, String scope) implements Serializable {}
}
