package dev.latchkey.token.mint;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.token.keys.Algorithm;
import dev.latchkey.token.keys.SigningKey;
import dev.latchkey.token.keys.SigningKeys;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes and signs access tokens (RFC 9068) and ID tokens (OpenID Connect Core section 2). */
@ApplicationScoped
public class TokenMint {

  public static final String OPENID = "openid";

  /** Appended to the issuer: the audience that the userinfo endpoint requires. */
  public static final String USERINFO = "/userinfo";

  /**
   * The {@code typ} that tells an access token from any other JWT of ours (RFC 9068 section 2.1).
   */
  public static final String ACCESS_TOKEN_TYPE = "at+jwt";

  private static final Algorithm DEFAULT = Algorithm.ES256;

  private final SigningKeys keys;
  private final PublicOrigin origin;
  private final TokenConfig config;

  TokenMint(SigningKeys keys, PublicOrigin origin, TokenConfig config) {
    this.keys = keys;
    this.origin = origin;
    this.config = config;
  }

  /** New tokens, valid from now on; the ID token only with {@code openid}. */
  public MintedTokens mint(TokenSubject subject) {
    var now = Instant.now();
    var lifetime = accessTokenLifetime(subject);
    var accessToken = accessToken(subject, now, lifetime);
    return new MintedTokens(
        accessToken,
        lifetime,
        subject.scope(),
        subject.scope().contains(OPENID) ? idToken(subject, accessToken, now) : null);
  }

  private Duration accessTokenLifetime(TokenSubject subject) {
    var api = subject.api();
    return api == null ? config.accessTokenLifetime() : api.lifetime();
  }

  private String accessToken(TokenSubject subject, Instant now, Duration lifetime) {
    var claims =
        claims(subject, now, lifetime)
            .audience(audience(subject))
            .claim("client_id", subject.client().value())
            .claim("scope", subject.scope().toString())
            .claim("jti", UUID.randomUUID().toString())
            .claim("device_id", subject.device().toString());
    if (subject.dpopThumbprint() != null) {
      // RFC 9449 section 6.1
      claims.claim("cnf", Map.of("jkt", subject.dpopThumbprint()));
    }
    return sign(claims, ACCESS_TOKEN_TYPE);
  }

  private String idToken(TokenSubject subject, String accessToken, Instant now) {
    var claims =
        claims(subject, now, config.idTokenLifetime())
            .audience(subject.client().value())
            .claim("at_hash", leftHalfOfHash(accessToken));
    return sign(claims, "JWT");
  }

  private JwtClaimsBuilder claims(TokenSubject subject, Instant now, Duration lifetime) {
    return Jwt.claims()
        .issuer(origin.issuer())
        .subject(subject.subject())
        .issuedAt(now)
        .expiresAt(now.plus(lifetime))
        .claim("auth_time", subject.authTime().getEpochSecond())
        .claim("amr", subject.amr());
  }

  private Set<String> audience(TokenSubject subject) {
    var audience = new LinkedHashSet<String>();
    var api = subject.api();
    if (api != null) {
      audience.add(api.identifier());
    }
    if (subject.scope().contains(OPENID)) {
      audience.add(origin.issuer() + USERINFO);
    }
    // RFC 9068 section 3 wants an audience in any case; a token for nobody else is for ourselves.
    return audience.isEmpty() ? Set.of(origin.issuer()) : audience;
  }

  private String sign(JwtClaimsBuilder claims, String type) {
    SigningKey key = keys.current(DEFAULT);
    return claims
        .jws()
        .type(type)
        .keyId(key.kid())
        .algorithm(key.algorithm().signature())
        .sign(key.privateKey());
  }

  /** {@code at_hash} of OpenID Connect Core section 3.1.3.6, for algorithms with SHA-256. */
  private static String leftHalfOfHash(String accessToken) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(US_ASCII));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, digest.length / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
