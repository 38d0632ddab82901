package dev.latchkey.token.mint;

import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.oauth.token.TokenClaims;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.keys.Algorithm;
import dev.latchkey.token.keys.SigningKey;
import dev.latchkey.token.keys.SigningKeys;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and signs access tokens (RFC 9068) and ID tokens (OpenID Connect Core section 2). */
@ApplicationScoped
public class TokenMint {

  public static final String OPENID = "openid";

  /** Appended to the issuer: the audience that the userinfo endpoint requires. */
  public static final String USERINFO = "/userinfo";

  private final SigningKeys keys;
  private final PublicOrigin origin;
  private final TokenConfig config;

  TokenMint(SigningKeys keys, PublicOrigin origin, TokenConfig config) {
    this.keys = keys;
    this.origin = origin;
    this.config = config;
  }

  /** New tokens for a device, valid from now on; the ID token only with {@code openid}. */
  public MintedTokens mint(TokenSubject subject) {
    var now = Instant.now();
    var api = subject.api();
    var lifetime = api == null ? config.accessTokenLifetime() : api.lifetime();
    var accessToken = accessToken(subject, now, lifetime);
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
    var claims =
        Jwt.claims()
            .issuer(origin.issuer())
            .subject(TokenClaims.subject(client))
            .audience(subject.audience())
            .claim(TokenClaims.CLIENT_ID, client.value())
            .claim("scope", subject.scope().toString());
    return new MintedTokens(
        signAccessToken(claims, subject.dpopThumbprint(), now, lifetime),
        TokenType.of(subject.dpopThumbprint()),
        lifetime,
        subject.scope(),
        null);
  }

  private String accessToken(TokenSubject subject, Instant now, Duration lifetime) {
    var claims =
        person(subject)
            .audience(audience(subject))
            .claim(TokenClaims.CLIENT_ID, subject.client().id().value())
            .claim("scope", subject.scope().toString())
            .claim(TokenClaims.DEVICE_ID, subject.device().toString());
    return signAccessToken(claims, subject.dpopThumbprint(), now, lifetime);
  }

  private String signAccessToken(
      JwtClaimsBuilder claims, @Nullable String dpopThumbprint, Instant now, Duration lifetime) {
    claims.issuedAt(now).expiresAt(now.plus(lifetime)).claim("jti", UUID.randomUUID().toString());
    if (dpopThumbprint != null) {
      // RFC 9449 section 6.1
      claims.claim("cnf", Map.of("jkt", dpopThumbprint));
    }
    return sign(claims, TokenClaims.TYPE, keys.current());
  }

  private String idToken(TokenSubject subject, String accessToken, Instant now) {
    var key = idTokenKey(subject.client());
    var claims =
        person(subject)
            .audience(subject.client().id().value())
            .issuedAt(now)
            .expiresAt(now.plus(config.idTokenLifetime()))
            .claim("at_hash", AccessTokenHash.of(accessToken, key.algorithm()));
    return sign(claims, "JWT", key);
  }

  private SigningKey idTokenKey(Client client) {
    return client
        .idTokenAlgorithm()
        .flatMap(Algorithm::named)
        .map(keys::current)
        .orElseGet(keys::current);
  }

  private JwtClaimsBuilder person(TokenSubject subject) {
    var claims =
        Jwt.claims()
            .issuer(origin.issuer())
            .subject(subject.subject())
            .claim("auth_time", subject.authTime().getEpochSecond())
            .claim("amr", subject.amr());
    var acr = subject.acr();
    return acr == null ? claims : claims.claim("acr", acr);
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

  private static String sign(JwtClaimsBuilder claims, String type, SigningKey key) {
    return claims
        .jws()
        .type(type)
        .keyId(key.kid())
        .algorithm(key.algorithm().signature())
        .sign(key.privateKey());
  }
}
