package dev.latchkey.authz.authorize;

import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what a device will confirm that its owner stands before it, the parameter's value. */
@RegisterForReflection
enum Confirmation {
  /** The person enters a number of the page on the device. */
  NUMBER("number");

  private static final String PARAMETER = "confirmation";

  private final String value;

  Confirmation(String value) {
    this.value = value;
  }

  /** What the device offers. Fails with {@code invalid_request} if that is something unknown. */
  static Optional<Confirmation> offered(OAuthForm form) {
    return form.optional(PARAMETER)
        .map(
            sent -> {
              if (!sent.equals(NUMBER.value)) {
                throw new OAuthException(INVALID_REQUEST, "The confirmation can only be number");
              }
              return NUMBER;
            });
  }

  /**
   * What the approval has to satisfy when the device has offered that. Fails with {@code
   * invalid_request} if the client's policy wants what a device without a keypad does not offer.
   */
  static ApprovalPolicy agree(ApprovalPolicy policy, Optional<Confirmation> offered) {
    if (offered.isPresent()) {
      return policy.withNumberMatching();
    }
    if (policy.numberMatching()) {
      throw new OAuthException(
          INVALID_REQUEST,
          "The client must send confirmation=number and let the person enter that number");
    }
    return policy;
  }

  /** What the answer says of it: null if nothing is to be confirmed. */
  static @Nullable Confirmation of(ApprovalPolicy policy) {
    return policy.numberMatching() ? NUMBER : null;
  }

  @JsonValue
  String value() {
    return value;
  }
}
