package dev.latchkey.token.revoke;

import dev.latchkey.grant.ClientId;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.device.DeviceList;
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.LinkedDevices;
import dev.latchkey.token.device.Revocation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * The one way in which a device stops being linked (DESIGN section 4): refresh fails at once,
 * introspection says inactive at once, and access tokens run out by themselves.
 */
@ApplicationScoped
public class Unlinking {

  private final LinkedDevices devices;
  private final Audit audit;

  Unlinking(LinkedDevices devices, Audit audit) {
    this.devices = devices;
    this.audit = audit;
  }

  /**
   * Revokes the device, and audits it once. Fails with {@link
   * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
   *
   * @return whether this call did it; false if the device was unlinked before
   */
  public Uni<Boolean> unlink(LinkedDevice device, Revocation reason) {
    return devices
        .revoke(device.id(), reason)
        .invoke(
            done -> {
              if (done) {
                audit.revoked(device, reason);
              }
            });
  }

  /**
   * Revokes every device of the account, and audits each once. Fails with {@link
   * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
   */
  public Uni<Void> unlinkAll(String subject, Revocation reason) {
    return devices
        .revokeSome(subject, reason)
        .invoke(revoked -> revoked.forEach(device -> audit.revoked(device, reason)))
        .flatMap(
            revoked ->
                revoked.isEmpty() ? Uni.createFrom().voidItem() : unlinkAll(subject, reason));
  }

  /**
   * The same as {@link #unlink}, for an administrator.
   *
   * @return whether this call did it; false if the device was unlinked before
   */
  public Uni<Boolean> unlinkFor(ClientId administrator, LinkedDevice device) {
    return devices
        .revoke(device.id(), Revocation.ADMINISTRATOR)
        .invoke(
            done -> {
              if (done) {
                audit.revokedBy(administrator, device);
              }
            });
  }

  /**
   * Revokes these devices, as far as they belong to the list still, and audits each once. Fails
   * with {@link dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
   *
   * @return how many this call revoked
   */
  Uni<Integer> unlinkFor(ClientId administrator, List<UUID> ids, DeviceList list) {
    return ids.isEmpty()
        ? Uni.createFrom().item(0)
        : devices.revokeListed(
            ids, list, Revocation.ADMINISTRATOR, device -> audit.revokedBy(administrator, device));
  }
}
