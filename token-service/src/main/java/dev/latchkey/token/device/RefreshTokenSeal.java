package dev.latchkey.token.device;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads refresh tokens: {@code <kid>.<family>.<generation>.<MAC>}, the MAC over all that
 * stands before it. They are not stored: a leaked table is useless, and garbage is refused without
 * SQL.
 */
@ApplicationScoped
public class RefreshTokenSeal {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_SECRET = 32;
  private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final Pattern FORM =
      Pattern.compile(
          "(?<said>(?<kid>[A-Za-z0-9_-]{1,32})\\.(?<family>[A-Za-z0-9_-]{22})"
              + "\\.(?<generation>[1-9][0-9]{0,17}))\\.(?<mac>[A-Za-z0-9_-]{43})");

  private final Map<String, SecretKeySpec> secrets;
  private final String current;

  RefreshTokenSeal(RefreshTokenConfig config) {
    secrets = new HashMap<>();
    config.secrets().forEach((kid, secret) -> secrets.put(checked(kid), key(kid, secret)));
    current = config.current();
    if (!secrets.containsKey(current)) {
      throw new IllegalArgumentException(
          "latchkey.refresh-token.current names no secret: " + current);
    }
  }

  /** The key id that new tokens are made with. */
  public String currentKid() {
    return current;
  }

  /** The token as it goes over the wire. */
  public String seal(RefreshToken token) {
    var said = token.secretKid() + "." + encode(token.family()) + "." + token.generation();
    return said + "." + mac(token.secretKid(), said);
  }

  /** Reads a token; empty unless we made it under a secret that we still have. */
  public Optional<RefreshToken> open(String sent) {
    var form = FORM.matcher(sent);
    if (!form.matches() || !secrets.containsKey(form.group("kid"))) {
      return Optional.empty();
    }
    var mac = mac(form.group("kid"), form.group("said"));
    return MessageDigest.isEqual(mac.getBytes(US_ASCII), form.group("mac").getBytes(US_ASCII))
        ? Optional.of(
            new RefreshToken(
                form.group("kid"),
                decode(form.group("family")),
                Long.parseLong(form.group("generation"))))
        : Optional.empty();
  }

  private String mac(String kid, String said) {
    var secret = secrets.get(kid);
    if (secret == null) {
      throw new IllegalStateException("latchkey.refresh-token.secrets lacks " + kid);
    }
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(said.getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static String encode(UUID family) {
    var bytes =
        ByteBuffer.allocate(16)
            .putLong(family.getMostSignificantBits())
            .putLong(family.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static UUID decode(String family) {
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(family));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static String checked(String kid) {
    if (!KID.matcher(kid).matches()) {
      throw new IllegalArgumentException("latchkey.refresh-token.secrets: not a key id: " + kid);
    }
    return kid;
  }

  private static SecretKeySpec key(String kid, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "latchkey.refresh-token.secrets." + kid + " is not base64", e);
    }
    if (bytes.length < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "latchkey.refresh-token.secrets." + kid + " needs 32 bytes or more");
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }
}
