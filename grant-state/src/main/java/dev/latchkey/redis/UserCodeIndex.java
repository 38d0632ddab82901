package dev.latchkey.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.UserCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a user code is looked up by: {@code HMAC-SHA256(pepper, code)}, base64url. During a change
 * of pepper there are two.
 */
@ApplicationScoped
class UserCodeIndex {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PEPPER = "pepper";
  private static final int SHORTEST_PEPPER = 32;

  /** 48 bits against a mix-up, which is no attack. There may be millions of grants. */
  private static final int CHECK_LENGTH = 8;

  private final List<SecretKeySpec> peppers;

  UserCodeIndex(UserCodeConfig config) {
    peppers =
        Stream.of(key(PEPPER, config.pepper()), key("previous-pepper", config.previousPepper()))
            .flatMap(Optional::stream)
            .toList();
    if (config.pepper().isEmpty()) {
      throw wrong(PEPPER, "is required here", null);
    }
  }

  /** What to write it by: under the current pepper. */
  String mac(UserCode code) {
    return mac(code, peppers.get(0));
  }

  /** What to look it up by, under the current pepper first. */
  List<String> macs(UserCode code) {
    return peppers.stream().map(pepper -> mac(code, pepper)).toList();
  }

  /**
   * What a grant keeps of the MAC in its entry's key, to tell an entry that is another grant's. It
   * finds nothing by itself: what is looked up is the whole MAC.
   */
  static String check(String mac) {
    return mac.substring(0, CHECK_LENGTH);
  }

  private static String mac(UserCode code, SecretKeySpec pepper) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(pepper);
      var digest = mac.doFinal(code.value().getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static Optional<SecretKeySpec> key(String setting, Optional<String> base64) {
    return base64.map(pepper -> key(setting, pepper));
  }

  private static SecretKeySpec key(String setting, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw wrong(setting, "is not base64", e);
    }
    if (bytes.length < SHORTEST_PEPPER) {
      throw wrong(setting, "needs 32 bytes or more", null);
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }

  private static IllegalArgumentException wrong(
      String setting, String what, @Nullable Throwable cause) {
    return new IllegalArgumentException("latchkey.user-code." + setting + " " + what, cause);
  }
}
