package dev.latchkey.ui.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

/** Verifies logout tokens (OpenID Connect Back-Channel Logout 1.0 section 2.6). */
@ApplicationScoped
class LogoutTokens {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  /** Longer than any of a provider's; signature and claims are not even looked at beyond it. */
  private static final int LONGEST = 8_192;

  private static final int SKEW_SECONDS = Math.toIntExact(ProviderTenants.SKEW.toSeconds());

  /** A token that took longer to get here is not believed any more. */
  static final int MOST_SECONDS_OLD = 300;

  /** Signatures only: with a MAC, whoever holds our client secret could end sessions. */
  private static final AlgorithmConstraints SIGNATURES =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
          AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
          AlgorithmIdentifiers.EDDSA);

  private final ProviderDocuments documents;

  LogoutTokens(ProviderDocuments documents) {
    this.documents = documents;
  }

  /**
   * What a token says, if it is one of that provider's for us. Fails with {@link ProviderException}
   * if the provider's keys cannot be had.
   */
  Uni<Optional<LogoutToken>> verify(String token, Provider provider) {
    return token.isEmpty() || token.length() > LONGEST
        ? Uni.createFrom().item(Optional.empty())
        : documents.keys(provider).map(keys -> verify(token, provider, keys));
  }

  private static Optional<LogoutToken> verify(String token, Provider provider, JsonWebKeySet keys) {
    var consumer =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
            .setJwsAlgorithmConstraints(SIGNATURES)
            .setExpectedIssuer(provider.issuer())
            .setExpectedAudience(provider.clientId())
            .setRequireExpirationTime()
            .setRequireIssuedAt()
            .setIssuedAtRestrictions(SKEW_SECONDS, MOST_SECONDS_OLD)
            .setAllowedClockSkewInSeconds(SKEW_SECONDS)
            .setRequireJwtId()
            .build();
    try {
      var verified = consumer.process(token);
      return isTyped(verified.getJoseObjects())
          ? read(new Claims(new JsonObject(verified.getJwtClaims().getRawJson())))
          : Optional.empty();
    } catch (InvalidJwtException e) {
      return Optional.empty();
    }
  }

  /** Section 2.4 recommends the first type; others say only that it is a JWT, or nothing. */
  private static boolean isTyped(List<JsonWebStructure> layers) {
    return layers.stream()
        .map(layer -> layer.getHeader("typ"))
        .allMatch(
            type ->
                type == null
                    || type.equalsIgnoreCase("logout+jwt")
                    || type.equalsIgnoreCase("JWT"));
  }

  private static Optional<LogoutToken> read(Claims claims) {
    var id = claims.identifier("jti");
    var subject = claims.identifier("sub");
    var sid = claims.identifier("sid");
    var isLogout =
        claims.body().getValue("events") instanceof JsonObject events
            && events.getValue(EVENT) instanceof JsonObject;
    // A nonce would make it an ID token (section 2.4).
    return !isLogout || claims.has("nonce") || id == null || (subject == null && sid == null)
        ? Optional.empty()
        : Optional.of(new LogoutToken(id, subject, sid));
  }
}
