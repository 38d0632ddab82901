package dev.latchkey.token.keys;

import dev.latchkey.token.keys.KeyChange.Activate;
import dev.latchkey.token.keys.KeyChange.Create;
import dev.latchkey.token.keys.KeyChange.Delete;
import dev.latchkey.token.keys.KeyChange.Keep;
import dev.latchkey.token.keys.KeyChange.Retire;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code signing_key} table. */
@Entity
@Table(name = "signing_key")
class SigningKeyRow {

  @Id String kid = "";

  String algorithm = "";

  @Column(name = "public_key")
  byte[] publicKey = {};

  @Column(name = "sealed_private_key")
  byte[] sealedPrivateKey = {};

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  @Column(name = "activates_at")
  Instant activatesAt = Instant.EPOCH;

  @Column(name = "retires_at")
  @Nullable Instant retiresAt;

  @Column(name = "gone_at")
  @Nullable Instant goneAt;

  /** A new key pair; takes a while for RSA. */
  static SigningKeyRow generate(KeyChange.Create create, KeyVault vault, Instant now) {
    var pair = create.algorithm().generate();
    var row = new SigningKeyRow();
    row.kid = create.kid();
    row.algorithm = create.algorithm().jwa();
    row.publicKey = pair.getPublic().getEncoded();
    row.sealedPrivateKey = vault.seal(row.kid, pair.getPrivate().getEncoded());
    row.createdAt = now;
    row.activatesAt = create.activatesAt();
    return row;
  }

  KeyRecord record() {
    return new KeyRecord(kid, algorithm(), new KeyLife(createdAt, activatesAt, retiresAt, goneAt));
  }

  /** Does what a change says of the times of this key; others are none of its business. */
  void apply(KeyChange change) {
    if (!change.kid().equals(kid)) {
      return;
    }
    switch (change) {
      case Activate(var ignored, var at) -> activatesAt = at;
      case Retire(var ignored, var at, var gone) -> {
        retiresAt = at;
        goneAt = gone;
      }
      case Keep ignored -> {
        retiresAt = null;
        goneAt = null;
      }
      case Create ignored -> {}
      case Delete ignored -> {}
    }
  }

  /** Whether it was sealed under another master key, and is no more. */
  boolean sealAgain(KeyVault vault) {
    var resealed = vault.sealAgain(kid, sealedPrivateKey);
    resealed.ifPresent(again -> sealedPrivateKey = again);
    return resealed.isPresent();
  }

  PublishedKey published() {
    return new PublishedKey(record(), algorithm().publicKey(publicKey));
  }

  /** Empty if no master key of ours opens it. */
  Optional<SigningKey> open(KeyVault vault) {
    return vault
        .open(kid, sealedPrivateKey)
        .map(
            plain ->
                new SigningKey(
                    kid,
                    algorithm(),
                    algorithm().publicKey(publicKey),
                    algorithm().privateKey(plain)));
  }

  private Algorithm algorithm() {
    return Algorithm.named(algorithm)
        .orElseThrow(() -> new IllegalStateException("no algorithm of ours: " + algorithm));
  }
}
