package dev.latchkey.token.device;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
   * @param secretKid the secret that its first refresh token is made with
   * @param released claims that are known to have delivered nothing: in the fence, they make way
   * @return whether this claim is the one that redeems the grant; false if another one has
   */
  public Uni<Boolean> link(
      LinkedDevice device, String secretKid, ClaimId claim, Set<ClaimId> released) {
    return sql.call(() -> rows.link(device, secretKid, claim, released));
  }

  /** The device of that id as it is now, revoked ones included. */
  public Uni<Optional<TokenFamily>> find(UUID id) {
    return sql.call(() -> rows.find(id));
  }

  /**
   * Revokes the device, for good: from now on nothing refreshes its tokens, and introspection calls
   * them inactive.
   *
   * @return whether this call did it; false if it was revoked before, or does not exist
   */
  public Uni<Boolean> revoke(UUID id, Revocation reason) {
    return sql.call(() -> rows.revoke(id, reason));
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<LinkedDeviceRow, UUID> {

    private final Fence fence;

    Rows(Fence fence) {
      this.fence = fence;
    }

    @WithTransaction
    Uni<Boolean> link(LinkedDevice device, String secretKid, ClaimId claim, Set<ClaimId> released) {
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
                return fence
                    .persist(redemption)
                    .flatMap(written -> persist(LinkedDeviceRow.of(device, secretKid)))
                    .replaceWith(true);
              });
    }

    @WithSession
    Uni<Optional<TokenFamily>> find(UUID id) {
      return findById(id)
          .map(row -> row == null ? Optional.empty() : Optional.of(row.toTokenFamily()));
    }

    @WithSession
    Uni<Boolean> revoke(UUID id, Revocation reason) {
      return update(
              "revokedAt = " + Clock.NOW + ", revocation = ?1 where id = ?2 and revokedAt is null",
              reason,
              id)
          .map(revoked -> revoked == 1);
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
