package dev.latchkey.local.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.Set;

/**
 * Verifies tokens as an API would that has never heard of Latchkey: by the Nimbus library, with
 * nothing but the issuer and its published keys.
 */
final class TokenProof {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

  /** RFC 9068 section 2.2. */
  private static final Set<String> REQUIRED =
      Set.of("iss", "sub", "aud", "client_id", "iat", "exp", "jti");

  private final String issuer;
  private final JWSVerificationKeySelector<SecurityContext> keys;

  TokenProof(Server server) {
    this.issuer = server.issuer();
    try {
      JWKSource<SecurityContext> published =
          JWKSourceBuilder.<SecurityContext>create(server.jwks().toURL()).build();
      this.keys = new JWSVerificationKeySelector<>(ALGORITHMS, published);
    } catch (MalformedURLException e) {
      throw new DemoFailure("no address: jwks_uri " + server.jwks(), e);
    }
  }

  /** An access token of RFC 9068. */
  SignedJWT accessToken(String token) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(keys);
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            new JWTClaimsSet.Builder().issuer(issuer).build(), REQUIRED));
    try {
      var jwt = SignedJWT.parse(token);
      processor.process(jwt, null);
      return jwt;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new DemoFailure("the access token does not verify: " + e.getMessage(), e);
    }
  }

  /** An ID token of OpenID Connect Core section 2, for this client. */
  SignedJWT idToken(String token, String client) {
    try {
      var jwt = SignedJWT.parse(token);
      new IDTokenValidator(new Issuer(issuer), new ClientID(client), keys, null)
          .validate(jwt, null);
      return jwt;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new DemoFailure("the ID token does not verify: " + e.getMessage(), e);
    }
  }
}
