package dev.latchkey.token.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

  static SigningKeyRow generate(Algorithm algorithm, String kid, KeyVault vault, Instant now) {
    var pair = algorithm.generate();
    var row = new SigningKeyRow();
    row.kid = kid;
    row.algorithm = algorithm.name();
    row.publicKey = pair.getPublic().getEncoded();
    row.sealedPrivateKey = vault.seal(kid, pair.getPrivate().getEncoded());
    row.createdAt = now;
    return row;
  }

  SigningKey open(KeyVault vault) {
    var known = Algorithm.valueOf(algorithm);
    return new SigningKey(
        kid,
        known,
        known.publicKey(publicKey),
        known.privateKey(vault.open(kid, sealedPrivateKey)));
  }
}
