package dev.latchkey.token.device;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The linked devices. Fails with {@link dev.latchkey.oauth.store.StoreUnavailableException} when
 * PostgreSQL does; what was asked may then have happened or not.
 */
@ApplicationScoped
public class LinkedDevices {

  /** Rows that one statement names. */
  private static final int AT_ONCE = 500;

  private final Rows rows;
  private final FamilyStatements statements;
  private final SearchStatements searches;
  private final SqlGate sql;

  LinkedDevices(Rows rows, FamilyStatements statements, SearchStatements searches, SqlGate sql) {
    this.rows = rows;
    this.statements = statements;
    this.searches = searches;
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
    return sql.statement(() -> statements.find(id));
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

  /**
   * Revokes devices of the account for good, up to {@value #AT_ONCE} of them.
   *
   * @return those that this call revoked; empty if there are no more
   */
  public Uni<List<LinkedDevice>> revokeSome(String subject, Revocation reason) {
    return sql.call(() -> rows.revokeSome(UUID.fromString(subject), reason));
  }

  /**
   * Revokes these for good, as far as they belong to the list still.
   *
   * @param told of those that this call revoked, also if PostgreSQL takes so long that it fails
   * @return how many they are
   */
  public Uni<Integer> revokeListed(
      List<UUID> ids, DeviceList list, Revocation reason, Consumer<LinkedDevice> told) {
    return sql.statement(
        () ->
            searches
                .revoke(ids, list, reason)
                .onSuccess(revoked -> revoked.forEach(told))
                .map(List::size));
  }

  /**
   * Has the device called by that name; null to call it as it calls itself.
   *
   * @return whether there is such a device of this account, and linked
   */
  public Uni<Boolean> rename(UUID id, String subject, @Nullable String name) {
    return sql.call(() -> rows.rename(id, UUID.fromString(subject), name));
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
                  return fence
                      .takeOver(device.grant(), claim, released)
                      .call(
                          ours -> ours ? bindAnew(device, secretKid) : Uni.createFrom().nullItem());
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

    /** The row is of an attempt that has delivered nothing, perhaps with another key. */
    private Uni<Integer> bindAnew(LinkedDevice device, String secretKid) {
      return update(
          "dpopThumbprint = ?1, secretKid = ?2 where id = ?3",
          device.dpopThumbprint(),
          secretKid,
          device.id());
    }

    @WithSession
    Uni<Boolean> revoke(UUID id, Revocation reason) {
      return update(
              "revokedAt = " + Clock.NOW + ", revocation = ?1 where id = ?2 and revokedAt is null",
              reason,
              id)
          .map(revoked -> revoked == 1);
    }

    /** Up to {@link #AT_ONCE}, locked before: whoever revokes one in between, we know of it. */
    @WithTransaction
    Uni<List<LinkedDevice>> revokeSome(UUID subject, Revocation reason) {
      return find("subject = ?1 and revokedAt is null", subject)
          .page(0, AT_ONCE)
          .withLock(LockModeType.PESSIMISTIC_WRITE)
          .list()
          .call(rows -> rows.isEmpty() ? Uni.createFrom().item(0) : revoke(rows, reason))
          .map(rows -> rows.stream().map(LinkedDeviceRow::toLinkedDevice).toList());
    }

    private Uni<Integer> revoke(List<LinkedDeviceRow> rows, Revocation reason) {
      return update(
          "revokedAt = " + Clock.NOW + ", revocation = ?1 where id in ?2",
          reason,
          rows.stream().map(row -> row.id).toList());
    }

    @WithSession
    Uni<Boolean> rename(UUID id, UUID subject, @Nullable String name) {
      return update(
              "ownName = ?1 where id = ?2 and subject = ?3 and revokedAt is null",
              name,
              id,
              subject)
          .map(renamed -> renamed == 1);
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
