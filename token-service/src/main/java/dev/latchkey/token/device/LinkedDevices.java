package dev.latchkey.token.device;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The linked devices. Fails with {@link dev.latchkey.oauth.store.StoreUnavailableException} when
 * PostgreSQL does; what was asked may then have happened or not.
 */
@ApplicationScoped
public class LinkedDevices {

  private final Rows rows;
  private final SqlGate sql;

  LinkedDevices(Rows rows, SqlGate sql) {
    this.rows = rows;
    this.sql = sql;
  }

  /**
   * Writes the fence and the device, in one transaction.
   *
   * @param released claims that are known to have delivered nothing: in the fence, they make way
   * @return whether this claim is the one that redeems the grant; false if another one has
   */
  public Uni<Boolean> link(LinkedDevice device, ClaimId claim, Set<ClaimId> released) {
    return sql.call(() -> rows.link(device, claim, released, Instant.now()));
  }

  /** The device of that id, revoked ones included. */
  public Uni<Optional<LinkedDevice>> find(UUID id) {
    return sql.call(() -> rows.find(id));
  }

  /**
   * Makes the next generation of a device's refresh token, unless somebody else just has.
   *
   * @return whether the row moved from {@code generation} to the next one by this call
   */
  public Uni<Boolean> rotate(UUID id, long generation, String secretKid) {
    return sql.call(() -> rows.rotate(id, generation, secretKid, Instant.now()));
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<LinkedDeviceRow, UUID> {

    private final Fence fence;

    Rows(Fence fence) {
      this.fence = fence;
    }

    @WithTransaction
    Uni<Boolean> link(LinkedDevice device, ClaimId claim, Set<ClaimId> released, Instant now) {
      return fence
          .findById(device.grant().value())
          .flatMap(
              redeemed -> {
                if (redeemed != null) {
                  return fence.takeOver(device.grant(), claim, released);
                }
                var redemption = new RedemptionRow();
                redemption.grantId = device.grant().value();
                redemption.claim = claim.value();
                redemption.redeemedAt = now;
                return fence
                    .persist(redemption)
                    .flatMap(written -> persist(LinkedDeviceRow.of(device, now)))
                    .replaceWith(true);
              });
    }

    @WithSession
    Uni<Optional<LinkedDevice>> find(UUID id) {
      return findById(id)
          .map(row -> row == null ? Optional.empty() : Optional.of(row.toLinkedDevice()));
    }

    @WithTransaction
    Uni<Boolean> rotate(UUID id, long generation, String secretKid, Instant now) {
      return update(
              "generation = generation + 1, secretKid = ?1, rotatedAt = ?2, lastSeenAt = ?2"
                  + " where id = ?3 and generation = ?4 and revokedAt is null",
              secretKid,
              now,
              id,
              generation)
          .map(moved -> moved == 1);
    }
  }

  @ApplicationScoped
  static class Fence implements PanacheRepositoryBase<RedemptionRow, String> {

    /** In one statement, so that of two claims that know of the same released one, one succeeds. */
    Uni<Boolean> takeOver(GrantId grant, ClaimId claim, Set<ClaimId> released) {
      return update(
              "claim = ?1 where grantId = ?2 and claim in ?3",
              claim.value(),
              grant.value(),
              released.stream().map(ClaimId::value).toList())
          .map(moved -> moved == 1);
    }
  }
}
