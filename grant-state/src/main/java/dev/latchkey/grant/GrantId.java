package dev.latchkey.grant;

/**
 * Names a grant without being able to redeem it: the SHA-256 of its device code, base64url. Safe in
 * keys, logs and audit lines.
 */
public record GrantId(String value) {

  public GrantId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("blank grant id");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
