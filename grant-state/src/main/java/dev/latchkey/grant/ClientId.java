package dev.latchkey.grant;

/** Names a registered client (RFC 6749 section 2.2). Public. */
public record ClientId(String value) {

  public ClientId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("blank client id");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
