package dev.latchkey.ui.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** The {@code upstream_identity} table: who vouches for an account. */
@Entity
@Table(name = "upstream_identity")
@IdClass(UpstreamIdentityRow.Key.class)
class UpstreamIdentityRow {

  @Id String issuer = "";

  @Id String subject = "";

  String provider = "";

  UUID account = new UUID(0, 0);

  @Column(name = "signed_in_at")
  Instant signedInAt = Instant.EPOCH;

  record Key(String issuer, String subject) implements Serializable {}
}
