package dev.latchkey.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * The secret a device polls with (RFC 8628 section 3.2): 256 random bits, base64url. It is a bearer
 * credential, so it never prints itself.
 */
public record DeviceCode(String value) {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  public DeviceCode {
    if (!Random256.isForm(value)) {
      throw new IllegalArgumentException("not a device code");
    }
  }

  /** A new code that nobody can guess. */
  public static DeviceCode random() {
    return new DeviceCode(Random256.draw());
  }

  /** Reads what a client sent; empty if we cannot have issued it. */
  public static Optional<DeviceCode> parse(String sent) {
    return Random256.isForm(sent) ? Optional.of(new DeviceCode(sent)) : Optional.empty();
  }

  /** The grant this code redeems. One way only: no code can be had back from the id. */
  public GrantId grantId() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
      return new GrantId(BASE64URL.encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "DeviceCode[redacted]";
  }
}
