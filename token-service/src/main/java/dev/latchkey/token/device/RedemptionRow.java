package dev.latchkey.token.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The {@code redemption} table: the fence. */
@Entity
@Table(name = "redemption")
class RedemptionRow {

  @Id
  @Column(name = "grant_id")
  String grantId = "";

  String claim = "";

  @Column(name = "redeemed_at", insertable = false)
  Instant redeemedAt = Instant.EPOCH;
}
