package dev.latchkey.oauth.dpop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.DPoPUtils;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A proof in the making, by the Nimbus SDK: right unless something is changed. */
public final class Proof {

  private final JWK key;
  private final JWTClaimsSet.Builder claims;
  private JWSHeader header;

  private Proof(JWK key, JWSAlgorithm algorithm, JWTClaimsSet claims) {
    this.key = key;
    this.claims = new JWTClaimsSet.Builder(claims);
    header =
        new JWSHeader.Builder(algorithm)
            .type(new JOSEObjectType("dpop+jwt"))
            .jwk(key.toPublicJWK())
            .build();
  }

  public static Proof of(JWK key, JWSAlgorithm algorithm, String method, String uri)
      throws Exception {
    return new Proof(
        key,
        algorithm,
        DPoPUtils.createJWTClaimsSet(
            new JWTID(UUID.randomUUID().toString()),
            method,
            URI.create(uri),
            Date.from(Instant.now()),
            (DPoPAccessToken) null,
            null));
  }

  public Proof with(String claim, Object value) {
    claims.claim(claim, value);
    return this;
  }

  public Proof without(String claim) {
    claims.claim(claim, null);
    return this;
  }

  public Proof issued(Instant when) {
    claims.issueTime(Date.from(when));
    return this;
  }

  public Proof forToken(String token) throws Exception {
    return with("ath", DPoPUtils.computeSHA256(new DPoPAccessToken(token)).toString());
  }

  public Proof header(UnaryOperator<JWSHeader.Builder> change) {
    header = change.apply(new JWSHeader.Builder(header)).build();
    return this;
  }

  public String sign() throws JOSEException {
    var jwt = new SignedJWT(header, claims.build());
    jwt.sign(
        key instanceof OctetKeyPair pair
            ? new Ed25519(pair)
            : new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()));
    return jwt.serialize();
  }

  /** A new key, which the SDK makes only with a library that we do not have. */
  public static OctetKeyPair ed25519() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var publicKey = pair.getPublic().getEncoded();
    var privateKey = pair.getPrivate().getEncoded();
    // The last 32 bytes of both encodings are the key itself (RFC 8410).
    return new OctetKeyPair.Builder(Curve.Ed25519, lastBytes(publicKey))
        .d(lastBytes(privateKey))
        .build();
  }

  static String encode(String json) {
    return Base64URL.encode(json).toString();
  }

  private static Base64URL lastBytes(byte[] encoded) {
    return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
  }

  private record Ed25519(OctetKeyPair key) implements JWSSigner {

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
      try {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(
            KeyFactory.getInstance("Ed25519")
                .generatePrivate(
                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key.getDecodedD())));
        signature.update(input);
        return Base64URL.encode(signature.sign());
      } catch (GeneralSecurityException e) {
        throw new JOSEException(e);
      }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
      return Set.of(JWSAlgorithm.EdDSA);
    }

    @Override
    public JCAContext getJCAContext() {
      return new JCAContext();
    }
  }
}
