package dev.latchkey.token.device;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Scope;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that somebody approved. The state of its refresh token is its {@link TokenFamily}.
 *
 * @param id the token family, the {@code device_id} of access tokens
 * @param subject the account, or a {@link dev.latchkey.grant.ServiceSubject}
 * @param api the identifier of the API it has access to, if any
 * @param refreshable whether it has a refresh token at all
 * @param acr the authentication context of the sign-in, if it has a name
 * @param dpopThumbprint the key that its tokens are bound to, if they are
 * @param enrolment the id of the enrolment token by which an operator approved it ahead; null if a
 *     person did
 */
public record LinkedDevice(
    UUID id,
    GrantId grant,
    String subject,
    ClientId client,
    Scope scope,
    @Nullable String api,
    boolean refreshable,
    Instant authTime,
    Set<String> amr,
    @Nullable String acr,
    @Nullable String dpopThumbprint,
    ClaimedDevice claimed,
    String address,
    @Nullable UUID enrolment) {

  public LinkedDevice {
    amr = Set.copyOf(amr);
  }

  /** When the person last signed in who approved it; null if nobody did, as it was done ahead. */
  public @Nullable Instant signedInAt() {
    return enrolment == null ? authTime : null;
  }

  /**
   * The id of the device that a grant links. It follows from the grant, so that a second attempt to
   * redeem it is about the same device.
   */
  public static UUID idOf(GrantId grant) {
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(grant.value()));
    // RFC 9562 version 8, variant 10: bits of our own making.
    var high = (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
    var low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
