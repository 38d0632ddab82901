package dev.latchkey.token.device;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

  /** Devices that one statement revokes. */
  private static final int AT_ONCE = 500;

  private final DeviceStatements devices;
  private final FamilyStatements families;
  private final SearchStatements searches;
  private final SqlGate sql;

  LinkedDevices(
      DeviceStatements devices, FamilyStatements families, SearchStatements searches, SqlGate sql) {
    this.devices = devices;
    this.families = families;
    this.searches = searches;
    this.sql = sql;
  }

  /**
   * Writes the fence and the device, both or none.
   *
   * @param secretKid the secret that its first refresh token is made with
   * @param released claims that are known to have delivered nothing: in the fence, they make way
   * @return whether this claim is the one that redeems the grant; false if another one has
   */
  public Uni<Boolean> link(
      LinkedDevice device, String secretKid, ClaimId claim, Set<ClaimId> released) {
    return sql.statement(() -> devices.link(device, secretKid, claim, released));
  }

  /** The device of that id as it is now, revoked ones included. */
  public Uni<Optional<TokenFamily>> find(UUID id) {
    return sql.statement(() -> families.find(id));
  }

  /**
   * Revokes the device, for good: from now on nothing refreshes its tokens, and introspection calls
   * them inactive.
   *
   * @return whether this call did it; false if it was revoked before, or does not exist
   */
  public Uni<Boolean> revoke(UUID id, Revocation reason) {
    return sql.statement(() -> devices.revoke(id, reason));
  }

  /**
   * Revokes devices of the account for good, up to {@value #AT_ONCE} of them.
   *
   * @return those that this call revoked; empty if there are no more
   */
  public Uni<List<LinkedDevice>> revokeSome(String subject, Revocation reason) {
    return sql.statement(() -> devices.revokeSome(UUID.fromString(subject), reason, AT_ONCE));
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
    return sql.statement(() -> devices.rename(id, UUID.fromString(subject), name));
  }
}
