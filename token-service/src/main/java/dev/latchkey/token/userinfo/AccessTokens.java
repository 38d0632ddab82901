package dev.latchkey.token.userinfo;

import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.token.keys.SigningKey;
import dev.latchkey.token.keys.SigningKeys;
import dev.latchkey.token.mint.TokenMint;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/** Verifies access tokens of ours that are for the userinfo endpoint (RFC 9068 section 4). */
@ApplicationScoped
class AccessTokens {

  private final SigningKeys keys;
  private final PublicOrigin origin;

  AccessTokens(SigningKeys keys, PublicOrigin origin) {
    this.keys = keys;
    this.origin = origin;
  }

  /** What the token says; empty unless we signed it, for userinfo, and it is still valid. */
  Optional<JsonWebToken> verify(String token) {
    return key(token).flatMap(key -> verify(token, key));
  }

  /** The key its header names, if it is the header of an access token. */
  private Optional<SigningKey> key(String token) {
    try {
      return JsonWebStructure.fromCompactSerialization(token) instanceof JsonWebSignature jws
              && TokenMint.ACCESS_TOKEN_TYPE.equals(jws.getHeader("typ"))
              && jws.getKeyIdHeaderValue() != null
          ? keys.find(jws.getKeyIdHeaderValue())
          : Optional.empty();
    } catch (JoseException e) {
      return Optional.empty();
    }
  }

  private Optional<JsonWebToken> verify(String token, SigningKey key) {
    var expected = new JWTAuthContextInfo(key.publicKey(), origin.issuer());
    expected.setSignatureAlgorithm(EnumSet.of(key.algorithm().signature()));
    expected.setExpectedAudience(Set.of(origin.issuer() + TokenMint.USERINFO));
    try {
      return Optional.of(new DefaultJWTParser(expected).parse(token));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
