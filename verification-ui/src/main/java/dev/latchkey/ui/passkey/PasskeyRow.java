package dev.latchkey.ui.passkey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The {@code passkey} table. */
@Entity
@Table(name = "passkey")
class PasskeyRow {

  @Id UUID id = new UUID(0, 0);

  UUID account = new UUID(0, 0);

  @Column(name = "credential_id")
  byte[] credentialId = {};

  /** Attested credential data (WebAuthn section 6.5.1), with the public key. */
  byte[] credential = {};

  /** 0 if the authenticator does not count. */
  @Column(name = "sign_count")
  long signCount;

  /** As the browser named them, a space between. */
  String transports = "";

  /** May be empty. */
  String label = "";

  UUID aaguid = new UUID(0, 0);

  @Column(name = "backup_eligible")
  boolean backupEligible;

  @Column(name = "backed_up")
  boolean backedUp;

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  @Column(name = "used_at")
  @Nullable Instant usedAt;

  Passkey toPasskey() {
    var credentialName = Base64.getUrlEncoder().withoutPadding().encodeToString(credentialId);
    return new Passkey(id, credentialName, label, createdAt, usedAt, backedUp);
  }
}
