package dev.latchkey.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.stores.RealStores;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A linked device as the schema has it, and its refresh tokens, made without the service's code.
 */
public record StoredFamily(RealStores stores, UUID id) {

  /** As the tests' configuration has them. */
  private static final byte[] T1 =
      Base64.getDecoder().decode("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  private static final byte[] T0 =
      Base64.getDecoder().decode("HxwdGhsYGRYXFBUSExAREA4PDA0KCwgJBgcEBQIDAAE=");

  public static final String API = "https://api.example.com/tv";

  /** What the row says now. */
  public record Row(
      long generation, boolean currentUsed, boolean lateReplay, String revocation, String kid) {}

  /** A device that alice has just linked, in its first generation. */
  public static StoredFamily linked(RealStores stores, String client) {
    var family = new StoredFamily(stores, UUID.randomUUID());
    var grant = new byte[32];
    new SecureRandom().nextBytes(grant);
    Neighbours.run(
        stores,
        """
        insert into issued.linked_device
          (id, grant_id, subject, client_id, scope, api, refreshable, auth_time, amr, address,
           secret_kid, generation)
          values ('%s', '%s', '%s', '%s', 'openid watch offline_access', '%s', true, now(), 'pwd',
           '192.0.2.7', 't1', 1)
        """
            .formatted(
                family.id,
                Base64.getUrlEncoder().withoutPadding().encodeToString(grant),
                Neighbours.ALICE,
                client,
                API));
    return family;
  }

  /** Changes the row behind the service's back, as in {@code "generation = 3"}. */
  public StoredFamily with(String change) {
    Neighbours.run(
        stores, "update issued.linked_device set %s where id = '%s'".formatted(change, id));
    return this;
  }

  /** Lets time pass, by moving all that the row remembers into the past. */
  public StoredFamily age(Duration by) {
    var interval = "interval '%d seconds'".formatted(by.toSeconds());
    return with(
        ("created_at = created_at - %1$s, rotated_at = rotated_at - %1$s,"
                + " last_seen_at = last_seen_at - %1$s")
            .formatted(interval));
  }

  public String token(long generation) {
    return token("t1", generation);
  }

  /** The refresh token of that generation under the secret {@code t0} or {@code t1}. */
  public String token(String kid, long generation) {
    var family =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    var base64 = Base64.getUrlEncoder().withoutPadding();
    var said = kid + "." + base64.encodeToString(family.array()) + "." + generation;
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(kid.equals("t0") ? T0 : T1, "HmacSHA256"));
      return said + "." + base64.encodeToString(mac.doFinal(said.getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One column of the row, as text. */
  public @Nullable String value(String column) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select (%s)::text from issued.linked_device where id = '%s'"
                    .formatted(column, id))) {
      if (!row.next()) {
        throw new IllegalStateException("no such device");
      }
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Row read() {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select generation, current_used, late_replay, coalesce(revocation, ''), secret_kid"
                    + " from issued.linked_device where id = '%s'".formatted(id))) {
      if (!row.next()) {
        throw new IllegalStateException("no such device");
      }
      return new Row(
          row.getLong(1), row.getBoolean(2), row.getBoolean(3), row.getString(4), row.getString(5));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
