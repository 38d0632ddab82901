package dev.latchkey.token.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals private keys under the master key: AES-256-GCM, a random nonce before the ciphertext. */
@ApplicationScoped
class KeyVault {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec masterKey;

  KeyVault(MasterKeyConfig config) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(config.masterKey());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("latchkey.master-key is not base64", e);
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("latchkey.master-key needs 32 bytes");
    }
    masterKey = new SecretKeySpec(bytes, "AES");
  }

  /** Encrypts; what is sealed under one name does not open under another. */
  byte[] seal(String name, byte[] plain) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, name, nonce, plain);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  /** Decrypts. Fails with {@link IllegalStateException} if the master key is another one. */
  byte[] open(String name, byte[] sealed) {
    var buffer = ByteBuffer.wrap(sealed);
    var nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    var ciphertext = new byte[buffer.remaining()];
    buffer.get(ciphertext);
    return run(Cipher.DECRYPT_MODE, name, nonce, ciphertext);
  }

  private byte[] run(int mode, String name, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, masterKey, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(name.getBytes(UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the signing key %s does not open: is latchkey.master-key the right one?".formatted(name),
          e);
    }
  }
}
