package dev.latchkey.token.device;

import dev.latchkey.oauth.store.SharedReads;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
  private final FamilyStatements statements;
  private final SqlGate sql;

  TokenFamilies(LinkedDevices devices, FamilyStatements statements, SqlGate sql) {
    this.devices = devices;
    this.statements = statements;
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
    return sql.statement(() -> statements.replace(read, next, false, address));
  }

  /**
   * Makes a genuine token current that is ahead of the row, as the row has been forgotten by a
   * restored or crashed database.
   */
  public Uni<Boolean> moveForward(TokenFamily read, RefreshToken shown, String address) {
    return sql.statement(() -> statements.replace(read, shown, true, address));
  }

  /** Notes that the generation before the current one is served once more; once. */
  public Uni<Boolean> serveLate(TokenFamily read, String address) {
    return sql.statement(() -> statements.serveLate(read, address));
  }

  /** Notes that the current generation has been shown. */
  public Uni<Boolean> noteCurrent(TokenFamily read, String address) {
    return sql.statement(() -> statements.noteCurrent(read, address));
  }

  /** Notes that the family is in use. */
  public Uni<Boolean> noteUse(TokenFamily read, String address) {
    return sql.statement(() -> statements.noteUse(read, address));
  }
}
