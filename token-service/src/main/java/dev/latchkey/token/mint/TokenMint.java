package dev.latchkey.token.mint;

import dev.latchkey.oauth.action.Verdict.Allowed;
import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.oauth.token.TokenClaims;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.keys.Algorithm;
import dev.latchkey.token.keys.SigningKey;
import dev.latchkey.token.keys.SigningKeys;
import dev.latchkey.token.metrics.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;

/** Makes and signs access tokens (RFC 9068) and ID tokens (OpenID Connect Core section 2). */
@ApplicationScoped
public class TokenMint {

  public static final String OPENID = "openid";

  /** Appended to the issuer: the audience that the userinfo endpoint requires. */
  public static final String USERINFO = "/userinfo";

  private final SigningKeys keys;
  private final Jws jws;
  private final PublicOrigin origin;
  private final TokenConfig config;
  private final Metrics metrics;

  TokenMint(SigningKeys keys, Jws jws, PublicOrigin origin, TokenConfig config, Metrics metrics) {
    this.keys = keys;
    this.jws = jws;
    this.origin = origin;
    this.config = config;
    this.metrics = metrics;
  }

  /**
   * New tokens for a device, valid from now on; the ID token only with {@code openid}.
   *
   * @param allowed what the operator's hook has to say of the access token
   */
  public MintedTokens mint(TokenSubject subject, Allowed allowed) {
    var now = Instant.now();
    var api = subject.api();
    var lifetime = allowed.shortened(api == null ? config.accessTokenLifetime() : api.lifetime());
    var accessToken = accessToken(subject, allowed.claims(), now, lifetime);
    return new MintedTokens(
        accessToken,
        TokenType.of(subject.dpopThumbprint()),
        lifetime,
        subject.scope(),
        subject.scope().contains(OPENID) ? idToken(subject, accessToken, now) : null);
  }

  /** A new access token for a client that acts for itself (RFC 6749 section 4.4). */
  public MintedTokens mint(ClientSubject subject) {
    var now = Instant.now();
    var lifetime = config.adminTokenLifetime();
    var client = subject.client().id();
    var claims = claims(TokenClaims.subject(client));
    claims.setAudience(subject.audience());
    claims.setStringClaim(TokenClaims.CLIENT_ID, client.value());
    claims.setStringClaim("scope", subject.scope().toString());
    return new MintedTokens(
        signAccessToken(claims, subject.dpopThumbprint(), now, lifetime),
        TokenType.of(subject.dpopThumbprint()),
        lifetime,
        subject.scope(),
        null);
  }

  private String accessToken(
      TokenSubject subject, Map<String, Object> added, Instant now, Duration lifetime) {
    var claims = person(subject);
    claims.setAudience(audience(subject));
    claims.setStringClaim(TokenClaims.CLIENT_ID, subject.client().id().value());
    claims.setStringClaim("scope", subject.scope().toString());
    claims.setStringClaim(TokenClaims.DEVICE_ID, subject.device().toString());
    added.forEach(claims::setClaim);
    return signAccessToken(claims, subject.dpopThumbprint(), now, lifetime);
  }

  private String signAccessToken(
      JwtClaims claims, @Nullable String dpopThumbprint, Instant now, Duration lifetime) {
    setTimesAndId(claims, now, lifetime);
    if (dpopThumbprint != null) {
      // RFC 9449 section 6.1
      claims.setClaim("cnf", Map.of("jkt", dpopThumbprint));
    }
    return sign(claims, TokenClaims.TYPE, keys.current());
  }

  private String idToken(TokenSubject subject, String accessToken, Instant now) {
    var key = idTokenKey(subject.client());
    var claims = person(subject);
    claims.setAudience(subject.client().id().value());
    claims.setStringClaim("at_hash", AccessTokenHash.of(accessToken, key.algorithm()));
    setTimesAndId(claims, now, config.idTokenLifetime());
    return sign(claims, "JWT", key);
  }

  private String sign(JwtClaims claims, String type, SigningKey key) {
    var token = jws.sign(claims, type, key);
    metrics.signed(key.kid(), key.algorithm().jwa());
    return token;
  }

  private SigningKey idTokenKey(Client client) {
    return client
        .idTokenAlgorithm()
        .flatMap(Algorithm::named)
        .map(keys::current)
        .orElseGet(keys::current);
  }

  private JwtClaims person(TokenSubject subject) {
    var claims = claims(subject.subject());
    var authTime = subject.authTime();
    if (authTime != null) {
      claims.setClaim("auth_time", authTime.getEpochSecond());
      claims.setStringListClaim("amr", List.copyOf(subject.amr()));
    }
    var acr = subject.acr();
    if (acr != null) {
      claims.setStringClaim("acr", acr);
    }
    return claims;
  }

  private JwtClaims claims(String subject) {
    var claims = new JwtClaims();
    claims.setIssuer(origin.issuer());
    claims.setSubject(subject);
    return claims;
  }

  private static void setTimesAndId(JwtClaims claims, Instant now, Duration lifetime) {
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
    claims.setJwtId(UUID.randomUUID().toString());
  }

  private List<String> audience(TokenSubject subject) {
    var audience = new LinkedHashSet<String>();
    var api = subject.api();
    if (api != null) {
      audience.add(api.identifier());
    }
    if (subject.scope().contains(OPENID)) {
      audience.add(origin.issuer() + USERINFO);
    }
    // RFC 9068 section 3 wants an audience in any case; a token for nobody else is for ourselves.
    return audience.isEmpty() ? List.of(origin.issuer()) : List.copyOf(audience);
  }
}
