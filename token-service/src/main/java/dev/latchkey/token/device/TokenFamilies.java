package dev.latchkey.token.device;

import dev.latchkey.oauth.store.SharedReads;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What moves the refresh token of a linked device. Each verb is one conditional UPDATE, and answers
 * whether it found the family unrevoked and as the caller has read it; false says to read again.
 * Each notes the time as the family's last use, and from which network address it came. Fails with
 * {@link dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does; what was asked
 * may then have happened or not.
 */
@ApplicationScoped
public class TokenFamilies {

  private final SharedReads<UUID, Optional<TokenFamily>> reads = new SharedReads<>();
  private final LinkedDevices devices;
  private final Rows rows;
  private final SqlGate sql;

  TokenFamilies(LinkedDevices devices, Rows rows, SqlGate sql) {
    this.devices = devices;
    this.rows = rows;
    this.sql = sql;
  }

  /**
   * The family of that id as it is now, revoked ones included. Who reads the same at the same time
   * shares a query.
   */
  public Uni<Optional<TokenFamily>> read(UUID id) {
    return reads.read(id, () -> devices.find(id));
  }

  /** Makes {@code next} the current refresh token, in place of the one that was read. */
  public Uni<Boolean> rotate(TokenFamily read, RefreshToken next, String address) {
    return sql.call(() -> rows.replace(read, next, false, address));
  }

  /**
   * Makes a genuine token current that is ahead of the row, as the row has been forgotten by a
   * restored database.
   */
  public Uni<Boolean> moveForward(TokenFamily read, RefreshToken shown, String address) {
    return sql.call(() -> rows.replace(read, shown, true, address));
  }

  /** Notes that the generation before the current one is served once more; once. */
  public Uni<Boolean> serveLate(TokenFamily read, String address) {
    return sql.call(() -> rows.serveLate(read, address));
  }

  /** Notes that the current generation has been shown. */
  public Uni<Boolean> noteCurrent(TokenFamily read, String address) {
    return sql.call(() -> rows.noteCurrent(read, address));
  }

  /** Notes that the family is in use. */
  public Uni<Boolean> noteUse(TokenFamily read, String address) {
    return sql.call(() -> rows.noteUse(read, address));
  }

  /** Single statements: without a transaction each is one round trip. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<LinkedDeviceRow, UUID> {

    private static final String SEEN = "lastAddress = :address, lastSeenAt = " + Clock.NOW;
    private static final String AS_READ =
        " where id = :id and generation = :generation and revokedAt is null";

    @WithSession
    Uni<Boolean> replace(TokenFamily read, RefreshToken current, boolean used, String address) {
      var values = asRead(read, address);
      values.put("next", current.generation());
      values.put("kid", current.secretKid());
      values.put("used", used);
      var change = "generation = :next, secretKid = :kid, currentUsed = :used, lateReplay = false";
      var times = ", rotatedAt = " + Clock.NOW + ", " + SEEN;
      return changed(update(change + times + AS_READ, values));
    }

    @WithSession
    Uni<Boolean> serveLate(TokenFamily read, String address) {
      var unserved = " and lateReplay = false and currentUsed = false";
      return changed(
          update("lateReplay = true, " + SEEN + AS_READ + unserved, asRead(read, address)));
    }

    @WithSession
    Uni<Boolean> noteCurrent(TokenFamily read, String address) {
      return changed(update("currentUsed = true, " + SEEN + AS_READ, asRead(read, address)));
    }

    @WithSession
    Uni<Boolean> noteUse(TokenFamily read, String address) {
      return changed(update(SEEN + AS_READ, asRead(read, address)));
    }

    private static Map<String, Object> asRead(TokenFamily read, String address) {
      var values = new HashMap<String, Object>();
      values.put("id", read.device().id());
      values.put("generation", read.generation());
      values.put("address", address);
      return values;
    }

    private static Uni<Boolean> changed(Uni<Integer> rows) {
      return rows.map(changed -> changed == 1);
    }
  }
}
