package dev.latchkey.oauth.dpop;

import static dev.latchkey.oauth.dpop.DpopProof.refused;

import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.replay.OneTimeIds;
import dev.latchkey.replay.ProofNonces;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies the {@code DPoP} header of a request (RFC 9449 section 4.3). */
@ApplicationScoped
public class DpopProofs {

  private static final String HEADER = "DPoP";
  private static final String NONCE_HEADER = "DPoP-Nonce";

  /** How old a proof without a nonce may be, by its own clock. */
  private static final Duration PAST = Duration.ofSeconds(60);

  /** How far its clock may be ahead of ours. */
  private static final Duration FUTURE = Duration.ofSeconds(30);

  /** The longest that a nonce is accepted, as {@link ProofNonces} has it. */
  private static final Duration NONCE_LIFE = Duration.ofMinutes(10);

  /** How much longer a proof is remembered: pods learn late of new nonces, and clocks differ. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Whether a proof must carry one of our nonces (RFC 9449 section 8). */
  public enum Nonce {
    REQUIRED,
    OPTIONAL
  }

  private final PublicOrigin origin;
  private final ProofNonces nonces;
  private final OneTimeIds ids;
  private final DpopConfig config;

  DpopProofs(PublicOrigin origin, ProofNonces nonces, OneTimeIds ids, DpopConfig config) {
    this.origin = origin;
    this.nonces = nonces;
    this.ids = ids;
    this.config = config;
  }

  /** What {@code latchkey.dpop.nonce-required} says for the token endpoint. */
  public Nonce nonceAtTokenEndpoint() {
    return config.nonceRequired() ? Nonce.REQUIRED : Nonce.OPTIONAL;
  }

  /**
   * The JWK SHA-256 thumbprint of the key that signed; empty without a {@code DPoP} header.
   *
   * <p>Fails with {@code invalid_dpop_proof}, or with {@code use_dpop_nonce} if another attempt
   * with the nonce in the {@code DPoP-Nonce} header of the answer may succeed; that attempt may
   * repeat the {@code jti}. The header is on every answer to a request with a proof. Fails with
   * {@link dev.latchkey.grant.GrantStoreException} when Redis does.
   */
  public Uni<Optional<String>> verify(HttpServerRequest request, Nonce nonce) {
    return verifyFor(request, nonce, null);
  }

  /** The same for a request with an access token, which the proof must name ({@code ath}). */
  public Uni<Optional<String>> verify(HttpServerRequest request, Nonce nonce, String accessToken) {
    return verifyFor(request, nonce, accessToken);
  }

  private Uni<Optional<String>> verifyFor(
      HttpServerRequest request, Nonce nonce, @Nullable String accessToken) {
    var sent = request.headers().getAll(HEADER);
    if (sent.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return nonces
        .current()
        .invoke(current -> request.response().putHeader(NONCE_HEADER, current))
        .flatMap(
            current -> {
              var proof = read(sent);
              var claims =
                  ProofClaims.of(
                      proof.claims(),
                      request.method().name(),
                      origin.issuer() + request.path(),
                      accessToken);
              return checkFresh(claims, nonce)
                  .flatMap(keep -> useOnce(proof.thumbprint(), claims.id(), keep))
                  .replaceWith(Optional.of(proof.thumbprint()));
            });
  }

  private static DpopProof read(List<String> sent) {
    if (sent.size() > 1) {
      throw refused("There is more than one DPoP header");
    }
    return DpopProof.read(sent.getFirst());
  }

  /** How long the proof must be remembered. */
  private Uni<Duration> checkFresh(ProofClaims claims, Nonce wanted) {
    return claims
        .nonce()
        .map(this::checkNonce)
        .orElseGet(
            () ->
                switch (wanted) {
                  case REQUIRED ->
                      throw useNonce("The proof needs the nonce of the DPoP-Nonce header");
                  case OPTIONAL -> checkClock(claims.issuedAt());
                });
  }

  private Uni<Duration> checkNonce(String nonce) {
    return nonces
        .accepts(nonce)
        .map(
            accepted -> {
              if (!accepted) {
                throw useNonce("The nonce of the proof is not one of ours, or not any more");
              }
              return NONCE_LIFE.plus(MARGIN);
            });
  }

  private static Uni<Duration> checkClock(double issuedAt) {
    var age = Instant.now().getEpochSecond() - issuedAt;
    if (age > PAST.toSeconds() || age < -FUTURE.toSeconds()) {
      // Not invalid_dpop_proof: a device whose clock is wrong can succeed by a nonce.
      throw useNonce("The iat of the proof is not now; a proof with a nonce needs no clock");
    }
    return Uni.createFrom().item(PAST.plus(FUTURE).plus(MARGIN));
  }

  private Uni<Void> useOnce(String thumbprint, String id, Duration keep) {
    return ids.useProof(thumbprint, id, keep)
        .invoke(
            first -> {
              if (!first) {
                throw refused("The proof has been used before");
              }
            })
        .replaceWithVoid();
  }

  private static OAuthException useNonce(String description) {
    return new OAuthException(OAuthError.USE_DPOP_NONCE, description);
  }
}
