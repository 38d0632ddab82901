package dev.latchkey.ui.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.crypto.Hkdf;
import dev.latchkey.oauth.crypto.HmacSha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether the registry file says the same password as before, without the time and the memory of a
 * hash: by a MAC kept with the account, under a key that no database holds. What it does not
 * recognise is asked of Argon2id, so a change of the key costs one hash for each account.
 */
@ApplicationScoped
class DeclaredPasswords {

  /** Of the key that user codes are looked up by: what it is used for must differ. */
  private static final String PURPOSE = "latchkey/declared-password/v1";

  private static final int KEY_BYTES = 32;

  private final byte[] key;

  DeclaredPasswords(@ConfigProperty(name = "latchkey.user-code.pepper") String pepper) {
    var secret = Base64.getDecoder().decode(pepper);
    key = Hkdf.derive(secret, new byte[0], PURPOSE.getBytes(UTF_8), KEY_BYTES);
  }

  /** False says nothing: the password may be the same all the same. */
  boolean isKnown(String password, AccountRow row) {
    var hash = row.declaredPasswordHash;
    return hash != null
        && MessageDigest.isEqual(row.declaredPasswordMac, mac(row.id, hash, password));
  }

  /** Knows the password from the next start on, for as long as the account keeps that hash. */
  void remember(String password, String hash, AccountRow row) {
    row.declaredPasswordMac = mac(row.id, hash, password);
  }

  private byte[] mac(UUID account, String hash, String password) {
    var words = account + "\0" + hash + '\0' + Passwords.normal(password);
    return HmacSha256.of(key, words.getBytes(UTF_8));
  }
}
