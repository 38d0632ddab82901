package dev.latchkey.authz.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.Random256;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a device presents as {@code enrolment_token}: 256 random bits, base64url, or whatever
 * somebody sent instead. It is a bearer credential, so it never prints itself.
 */
public record EnrolmentSecret(String value) {

  /** A new one that nobody can guess. */
  static EnrolmentSecret random() {
    return new EnrolmentSecret(Random256.draw());
  }

  /** Whether we can have issued it. */
  boolean isForm() {
    return Random256.isForm(value);
  }

  /**
   * What is stored of it. Without a key: nobody can go through all the texts that it may be of, and
   * a key that is lost or changed would end every token.
   */
  String digest() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "EnrolmentSecret[redacted]";
  }
}
