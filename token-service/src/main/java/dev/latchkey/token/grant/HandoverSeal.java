package dev.latchkey.token.grant;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.oauth.crypto.Hkdf;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals an answer for whoever has the device code: AES-256-GCM under a key derived from it, so that
 * we cannot read what we keep (DESIGN section 2). It opens for the same grant, client and claim
 * only.
 */
final class HandoverSeal {

  private static final byte[] INFO = "latchkey/handover/v1".getBytes(US_ASCII);
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DeviceCode code;
  private final byte[] context;

  HandoverSeal(DeviceCode code, ClientId client, ClaimId claim) {
    this.code = code;
    // Only the client id may have any character, so it is the last.
    this.context =
        String.join("\n", code.grantId().value(), claim.value(), client.value()).getBytes(UTF_8);
  }

  /** The text, for nobody else; base64url. */
  String seal(String text) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + CIPHER, e);
    }
  }

  /** The text again; empty if it was sealed for another. */
  Optional<String> open(String sealed) {
    var buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
    var nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    var ciphertext = new byte[buffer.remaining()];
    buffer.get(ciphertext);
    try {
      return Optional.of(new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(ciphertext), UTF_8));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + CIPHER, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var key = Hkdf.derive(code.value().getBytes(US_ASCII), new byte[0], INFO, KEY_BYTES);
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }
}
