package dev.latchkey.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A device's DPoP key, in the hands of a library that is not ours. */
public final class DpopKey {

  private static final String ORIGIN = "http://localhost:8080";

  private final ECKey key;
  private final DefaultDPoPProofFactory proofs;

  public DpopKey() {
    try {
      key = new ECKeyGenerator(Curve.P_256).generate();
      proofs = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String thumbprint() {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A proof for a POST to that path. */
  public String proof(String path, @Nullable String nonce) {
    return proof("POST", path, null, nonce);
  }

  public String proof(
      String method, String path, @Nullable String accessToken, @Nullable String nonce) {
    try {
      return proofs
          .createDPoPJWT(
              method,
              URI.create(ORIGIN + path),
              accessToken == null ? null : new DPoPAccessToken(accessToken),
              nonce == null ? null : new Nonce(nonce))
          .serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends the request with a proof, and again with a nonce when it is asked for one. */
  public ValidatableResponse token(Supplier<RequestSpecification> request) {
    var first = send(request.get(), null);
    var nonce = first.header("DPoP-Nonce");
    return first.statusCode() == 400 && "use_dpop_nonce".equals(first.path("error"))
        ? send(request.get(), nonce).then()
        : first.then();
  }

  private Response send(RequestSpecification request, @Nullable String nonce) {
    return request.header("DPoP", proof("/oauth/token", nonce)).when().post("/oauth/token");
  }
}
