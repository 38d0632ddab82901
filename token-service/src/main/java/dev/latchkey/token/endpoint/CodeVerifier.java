package dev.latchkey.token.endpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret behind a PKCE challenge (RFC 7636 section 4.1). */
record CodeVerifier(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  /** Reads what a client sent; empty if no challenge can have been made of it. */
  static Optional<CodeVerifier> parse(String sent) {
    return FORM.matcher(sent).matches() ? Optional.of(new CodeVerifier(sent)) : Optional.empty();
  }

  /** The challenge by the method S256 (RFC 7636 section 4.2). */
  String challenge() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "CodeVerifier[redacted]";
  }
}
