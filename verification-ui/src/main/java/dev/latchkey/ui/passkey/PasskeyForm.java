package dev.latchkey.ui.passkey;

import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.RegistrationRequest;
import dev.latchkey.ui.page.FormBody;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what passkey.js fills into the hidden fields of a form, each base64url. */
final class PasskeyForm {

  private static final Pattern TRANSPORTS = Pattern.compile("[a-z-]{1,20}( [a-z-]{1,20}){0,7}");

  private PasskeyForm() {}

  /** Empty if a field is missing or not base64url. */
  static Optional<AuthenticationRequest> assertion(RoutingContext form) {
    try {
      return Optional.of(
          new AuthenticationRequest(
              bytes(form, "credential"),
              bytes(form, "user_handle"),
              bytes(form, "authenticator_data"),
              bytes(form, "client_data"),
              bytes(form, "signature")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Likewise. */
  static Optional<RegistrationRequest> attestation(RoutingContext form) {
    try {
      return Optional.of(
          new RegistrationRequest(
              bytes(form, "attestation"), bytes(form, "client_data"), transports(form)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(RoutingContext form, String field) {
    var text = FormBody.field(form, field);
    if (text.isEmpty()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return Base64.getUrlDecoder().decode(text);
  }

  /** Only a hint for browsers, so that what is strange is left out. */
  private static Set<String> transports(RoutingContext form) {
    var text = FormBody.field(form, "transports");
    return TRANSPORTS.matcher(text).matches() ? Set.of(text.split(" ")) : Set.of();
  }
}
