package dev.latchkey.oauth.dpop;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Verifies the {@code DPoP} header of a request (RFC 9449 section 4.3). */
@ApplicationScoped
public class DpopProofs {

  /** Whether a proof must carry one of our nonces (RFC 9449 section 8). */
  public enum Nonce {
    REQUIRED,
    OPTIONAL
  }

  /** What the token endpoint wants. */
  public Nonce atTokenEndpoint() {
    throw new UnsupportedOperationException("to be written");
  }

  /**
   * The JWK SHA-256 thumbprint of the key that signed; empty without a {@code DPoP} header.
   *
   * <p>Fails with {@code invalid_dpop_proof}, or with {@code use_dpop_nonce} if another attempt
   * with the nonce in the {@code DPoP-Nonce} header of the answer may succeed. That header is on
   * every answer to a request with a proof.
   */
  public Uni<Optional<String>> verify(HttpServerRequest request, Nonce nonce) {
    throw new UnsupportedOperationException("to be written");
  }

  /** The same for a request with an access token, which the proof must name ({@code ath}). */
  public Uni<Optional<String>> verify(HttpServerRequest request, Nonce nonce, String accessToken) {
    throw new UnsupportedOperationException("to be written");
  }
}
