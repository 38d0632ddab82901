package dev.latchkey.ui.devices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The {@code linked_device} table, which token-service owns; read-only here. */
@Entity
@Immutable
@Table(name = "linked_device", schema = "issued")
class LinkedDeviceRow {

  @Id UUID id = new UUID(0, 0);

  UUID subject = new UUID(0, 0);

  @Column(name = "client_id")
  String clientId = "";

  String scope = "";

  @Nullable String api;

  boolean refreshable;

  @Column(name = "own_name")
  @Nullable String ownName;

  @Column(name = "device_name")
  @Nullable String deviceName;

  @Column(name = "device_model")
  @Nullable String deviceModel;

  /** Where it was linked. */
  String address = "";

  /** Where it was last seen; null if not since it was linked. */
  @Column(name = "last_address")
  @Nullable String lastAddress;

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  @Column(name = "last_seen_at")
  Instant lastSeenAt = Instant.EPOCH;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  String seenFrom() {
    return lastAddress == null ? address : lastAddress;
  }
}
