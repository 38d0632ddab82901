package dev.latchkey.token.keys;

import dev.latchkey.oauth.store.SqlTime;
import dev.latchkey.token.keys.KeyChange.Activate;
import dev.latchkey.token.keys.KeyChange.Create;
import dev.latchkey.token.keys.KeyChange.Delete;
import dev.latchkey.token.keys.KeyChange.Keep;
import dev.latchkey.token.keys.KeyChange.Retire;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the {@code signing_key} table.
 *
 * @param publicKey as X.509 has it
 * @param sealedPrivateKey as PKCS #8 has it, sealed by the {@link KeyVault}
 */
record SigningKeyRow(KeyRecord record, Buffer publicKey, Buffer sealedPrivateKey) {

  /** In the order of {@link #values}. */
  static final String COLUMNS =
      "kid, algorithm, public_key, sealed_private_key, created_at, activates_at, retires_at,"
          + " gone_at";

  /** A new key pair; takes a while for RSA. */
  static SigningKeyRow generate(Create create, KeyVault vault, Instant now) {
    var pair = create.algorithm().generate();
    return new SigningKeyRow(
        new KeyRecord(
            create.kid(), create.algorithm(), new KeyLife(now, create.activatesAt(), null, null)),
        Buffer.buffer(pair.getPublic().getEncoded()),
        Buffer.buffer(vault.seal(create.kid(), pair.getPrivate().getEncoded())));
  }

  static SigningKeyRow of(Row row) {
    return new SigningKeyRow(
        new KeyRecord(
            row.getString("kid"),
            algorithm(row.getString("algorithm")),
            new KeyLife(
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("activates_at").toInstant(),
                SqlTime.moment(row, "retires_at"),
                SqlTime.moment(row, "gone_at"))),
        row.getBuffer("public_key"),
        row.getBuffer("sealed_private_key"));
  }

  Tuple values() {
    return Tuple.tuple()
        .addString(kid())
        .addString(record.algorithm().jwa())
        .addBuffer(publicKey)
        .addBuffer(sealedPrivateKey)
        .addOffsetDateTime(utc(record.life().createdAt()))
        .addOffsetDateTime(utc(record.life().activatesAt()))
        .addOffsetDateTime(utc(record.life().retiresAt()))
        .addOffsetDateTime(utc(record.life().goneAt()));
  }

  String kid() {
    return record.kid();
  }

  /** The key as it is once these are done; those of other keys are none of its business. */
  SigningKeyRow after(List<KeyChange> changes) {
    var life = record.life();
    for (var change : changes) {
      if (change.kid().equals(kid())) {
        life = after(change, life);
      }
    }
    return new SigningKeyRow(
        new KeyRecord(kid(), record.algorithm(), life), publicKey, sealedPrivateKey);
  }

  private static KeyLife after(KeyChange change, KeyLife life) {
    return switch (change) {
      case Activate(var ignored, var at) ->
          new KeyLife(life.createdAt(), at, life.retiresAt(), life.goneAt());
      case Retire(var ignored, var at, var gone) ->
          new KeyLife(life.createdAt(), life.activatesAt(), at, gone);
      case Keep ignored -> new KeyLife(life.createdAt(), life.activatesAt(), null, null);
      case Create ignored -> life;
      case Delete ignored -> life;
    };
  }

  /** Sealed under the master key; empty if it is already, or does not open at all. */
  Optional<SigningKeyRow> sealedAgain(KeyVault vault) {
    return vault
        .sealAgain(kid(), sealedPrivateKey.getBytes())
        .map(again -> new SigningKeyRow(record, publicKey, Buffer.buffer(again)));
  }

  PublishedKey published() {
    return new PublishedKey(record, record.algorithm().publicKey(publicKey.getBytes()));
  }

  /** Empty if no master key of ours opens it. */
  Optional<SigningKey> open(KeyVault vault) {
    return vault
        .open(kid(), sealedPrivateKey.getBytes())
        .map(
            plain ->
                new SigningKey(
                    kid(),
                    record.algorithm(),
                    record.algorithm().publicKey(publicKey.getBytes()),
                    record.algorithm().privateKey(plain)));
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return record.toString();
  }

  private static Algorithm algorithm(String jwa) {
    return Algorithm.named(jwa)
        .orElseThrow(() -> new IllegalStateException("no algorithm of ours: " + jwa));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
