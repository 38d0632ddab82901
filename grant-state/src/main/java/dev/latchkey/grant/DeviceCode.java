package dev.latchkey.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret a device polls with (RFC 8628 section 3.2): 256 random bits, base64url. It is a bearer
 * credential, so it never prints itself.
 */
public record DeviceCode(String value) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  public DeviceCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a device code");
    }
  }

  /** A new code that nobody can guess. */
  public static DeviceCode random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new DeviceCode(BASE64URL.encodeToString(bytes));
  }

  /** Reads what a client sent; empty if we cannot have issued it. */
  public static Optional<DeviceCode> parse(String sent) {
    return FORM.matcher(sent).matches() ? Optional.of(new DeviceCode(sent)) : Optional.empty();
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
