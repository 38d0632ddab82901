package dev.latchkey.oauth.token;

import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;
import static dev.latchkey.oauth.token.AuthorizationScheme.BEARER;

import dev.latchkey.oauth.form.OAuthForm;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The access token of a request, not yet believed (RFC 6750 section 2, RFC 9449 section 7.1). */
record PresentedToken(AuthorizationScheme scheme, String value) {

  /**
   * Reads the Authorization header and {@code access_token} of the form. Never the query: addresses
   * are logged. Fails with {@code invalid_request} for two tokens or an empty one.
   */
  static Optional<PresentedToken> of(HttpServerRequest request, @Nullable OAuthForm form) {
    var headers = request.headers().getAll(HttpHeaders.AUTHORIZATION);
    if (headers.size() > 1) {
      throw ChallengeException.refused(
          BEARER, INVALID_REQUEST, "There is more than one Authorization header");
    }
    var inHeader = headers.stream().findFirst().flatMap(PresentedToken::read);
    var inForm =
        Optional.ofNullable(form)
            .flatMap(sent -> sent.optional("access_token"))
            .map(value -> new PresentedToken(BEARER, value));
    if (inHeader.isPresent() && inForm.isPresent()) {
      throw ChallengeException.refused(
          BEARER, INVALID_REQUEST, "Send the access token in the header or the body, not in both");
    }
    return inHeader.or(() -> inForm);
  }

  /** Empty for any other scheme, which is not ours. */
  private static Optional<PresentedToken> read(String authorization) {
    return AuthorizationScheme.of(authorization)
        .map(
            scheme -> {
              var token = authorization.substring(scheme.registeredName().length()).strip();
              if (token.isEmpty()) {
                throw ChallengeException.refused(
                    scheme, INVALID_REQUEST, "The Authorization header has no token");
              }
              return new PresentedToken(scheme, token);
            });
  }

  @Override
  public String toString() {
    return "PresentedToken[scheme=" + scheme + "]";
  }
}
