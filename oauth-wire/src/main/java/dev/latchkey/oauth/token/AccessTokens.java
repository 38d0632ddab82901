package dev.latchkey.oauth.token;

import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.replay.RevokedTokens;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies access tokens of ours (RFC 9068 section 4).
 *
 * <p>The keys are looked up at the first token, so that a service without {@link VerificationKeys},
 * which takes no tokens, starts all the same.
 */
@ApplicationScoped
public class AccessTokens {

  /** Ours are below 2 KiB. */
  private static final int LONGEST = 8 * 1024;

  private final Supplier<VerificationKeys> keys;
  private final RevokedTokens revoked;
  private final PublicOrigin origin;

  @Inject
  AccessTokens(Instance<VerificationKeys> keys, RevokedTokens revoked, PublicOrigin origin) {
    this(keys::get, revoked, origin);
  }

  AccessTokens(Supplier<VerificationKeys> keys, RevokedTokens revoked, PublicOrigin origin) {
    this.keys = keys;
    this.revoked = revoked;
    this.origin = origin;
  }

  /**
   * What the token says; empty unless it is an access token that we signed, that is still valid and
   * has not been revoked. Whom it is for and what it is bound to is for the caller to check, see
   * {@link TokenClaims} and {@link ResourceAccess}. Fails with {@link
   * dev.latchkey.grant.GrantStoreException} when Redis does.
   */
  public Uni<Optional<JsonWebToken>> verify(String token) {
    return header(token)
        .map(
            header ->
                keys.get()
                    .find(header.kid())
                    .map(key -> key.flatMap(found -> parse(token, header, found)))
                    .flatMap(this::unlessRevoked))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private static Optional<AccessTokenHeader> header(String token) {
    return token.length() > LONGEST ? Optional.empty() : AccessTokenHeader.of(token);
  }

  private Optional<JsonWebToken> parse(
      String token, AccessTokenHeader header, VerificationKey key) {
    if (!key.algorithm().getAlgorithm().equals(header.algorithm())) {
      return Optional.empty();
    }
    var expected = new JWTAuthContextInfo(key.key(), origin.issuer());
    expected.setSignatureAlgorithm(EnumSet.of(key.algorithm()));
    // Whoever revokes a token is heard until its exp; a grace beyond it would bring it back.
    expected.setClockSkew(0);
    try {
      return Optional.of(new DefaultJWTParser(expected).parse(token));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private Uni<Optional<JsonWebToken>> unlessRevoked(Optional<JsonWebToken> token) {
    return token
        .map(JsonWebToken::getTokenID)
        .map(id -> revoked.isRevoked(id).map(gone -> token.filter(found -> !gone)))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }
}
