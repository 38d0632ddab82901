package dev.latchkey.ui.passkey;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's handle as its passkeys keep it (WebAuthn section 5.4.3). */
final class UserHandle {

  private UserHandle() {}

  static byte[] bytes(UUID handle) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(handle.getMostSignificantBits())
        .putLong(handle.getLeastSignificantBits())
        .array();
  }

  static String text(UUID handle) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(handle));
  }

  static boolean is(UUID handle, byte @Nullable [] shown) {
    return shown != null && MessageDigest.isEqual(bytes(handle), shown);
  }
}
