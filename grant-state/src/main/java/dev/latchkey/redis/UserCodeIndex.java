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

/**
 * Where a user code is looked up: {@code usercode:<HMAC-SHA256(pepper, code)>}. During a change of
 * pepper there are two places.
 */
@ApplicationScoped
class UserCodeIndex {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_PEPPER = 32;

  private final List<SecretKeySpec> peppers;

  UserCodeIndex(UserCodeConfig config) {
    peppers =
        Stream.of(config.pepper(), config.previousPepper())
            .flatMap(Optional::stream)
            .map(UserCodeIndex::key)
            .toList();
    if (config.pepper().isEmpty()) {
      throw new IllegalArgumentException("latchkey.user-code.pepper is required here");
    }
  }

  /** The key to write: under the current pepper. */
  String key(UserCode code) {
    return key(code, peppers.get(0));
  }

  /** The keys to look under, the current pepper's first. */
  List<String> keys(UserCode code) {
    return peppers.stream().map(pepper -> key(code, pepper)).toList();
  }

  private static String key(UserCode code, SecretKeySpec pepper) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(pepper);
      var digest = mac.doFinal(code.value().getBytes(UTF_8));
      return "usercode:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static SecretKeySpec key(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("latchkey.user-code.pepper is not base64", e);
    }
    if (bytes.length < SHORTEST_PEPPER) {
      throw new IllegalArgumentException("latchkey.user-code.pepper needs 32 bytes or more");
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }
}
