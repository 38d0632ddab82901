package dev.latchkey.oauth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Our keys, and access tokens made with them by the Nimbus SDK. */
public final class Tokens implements VerificationKeys {

  public static final String ISSUER = "https://login.example.com";

  static final ECKey EC = ecKey("ec");
  static final RSAKey RSA = rsaKey("rsa");

  @Override
  public Uni<Optional<VerificationKey>> find(String kid) {
    return Uni.createFrom()
        .item(
            Optional.ofNullable(
                switch (kid) {
                  case "ec" -> key(EC, SignatureAlgorithm.ES256);
                  case "rsa" -> key(RSA, SignatureAlgorithm.RS256);
                  default -> null;
                }));
  }

  private static VerificationKey key(AsymmetricJWK key, SignatureAlgorithm algorithm) {
    try {
      return new VerificationKey(key.toPublicKey(), algorithm);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token that is right. */
  public static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject("alice")
        .audience(List.of("https://api.example.com/tv", ISSUER + "/userinfo"))
        .claim("client_id", "tv")
        .claim("scope", "openid watch")
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(Instant.now()))
        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
  }

  /** A token of an administrator. */
  public static JWTClaimsSet.Builder adminClaims() {
    return claims()
        .subject("client:ops")
        .audience(ISSUER + "/admin")
        .claim("client_id", "ops")
        .claim("scope", "latchkey:admin");
  }

  public static JWTClaimsSet.Builder bound(String thumbprint) {
    return claims().claim("cnf", Map.of("jkt", thumbprint));
  }

  public static String sign(JWTClaimsSet.Builder claims) throws JOSEException {
    return sign(claims, EC, JWSAlgorithm.ES256, header -> header);
  }

  static String sign(
      JWTClaimsSet.Builder claims,
      JWK key,
      JWSAlgorithm algorithm,
      UnaryOperator<JWSHeader.Builder> change)
      throws JOSEException {
    var header =
        new JWSHeader.Builder(algorithm).type(new JOSEObjectType("at+jwt")).keyID(key.getKeyID());
    var jwt = new SignedJWT(change.apply(header).build(), claims.build());
    jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
    return jwt.serialize();
  }

  static ECKey ecKey(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey rsaKey(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
