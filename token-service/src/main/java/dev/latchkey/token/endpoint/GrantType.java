package dev.latchkey.token.endpoint;

import java.util.Arrays;
import java.util.Optional;

/** A grant that this endpoint takes. */
enum GrantType {
  /** RFC 8628 section 3.4. */
  DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code"),
  /** RFC 6749 section 6. */
  REFRESH_TOKEN("refresh_token"),
  /** RFC 6749 section 4.4. */
  CLIENT_CREDENTIALS("client_credentials");

  private final String parameter;

  GrantType(String parameter) {
    this.parameter = parameter;
  }

  /** The value of {@code grant_type}, and of a client's {@code grant_types}. */
  String parameter() {
    return parameter;
  }

  static Optional<GrantType> of(String parameter) {
    return Arrays.stream(values()).filter(type -> type.parameter.equals(parameter)).findFirst();
  }
}
