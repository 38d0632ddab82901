package dev.latchkey.e2e;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import org.jspecify.annotations.Nullable;

/**
 * A device with a key in its hardware, which proves with each request that it has it (RFC 9449).
 */
final class ProvingDevice {

  private final ECKey key;
  private final DPoPProofFactory proofs;

  private @Nullable Nonce nonce;

  ProvingDevice() throws JOSEException {
    key = new ECKeyGenerator(Curve.P_256).generate();
    proofs = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);
  }

  String thumbprint() throws JOSEException {
    return key.computeThumbprint().toString();
  }

  /** As if it had been switched off in between. */
  void forgetNonce() {
    nonce = null;
  }

  /** Proves by the nonce it has, and by a new one if the server says so (section 8). */
  HTTPResponse send(HTTPRequest request) throws Exception {
    var answer = sendOnce(request);
    var asked = answer.getBody() != null && answer.getBody().contains("use_dpop_nonce");
    return asked ? sendOnce(request) : answer;
  }

  /** Without a second try. */
  HTTPResponse sendOnce(HTTPRequest request) throws Exception {
    request.setDPoP(proofs.createDPoPJWT(request.getMethod().name(), request.getURI(), nonce));
    return exchange(request);
  }

  /** At a resource: the proof names the token too. */
  HTTPResponse use(AccessToken token, HTTPRequest request) throws Exception {
    request.setDPoP(
        proofs.createDPoPJWT(request.getMethod().name(), request.getURI(), token, nonce));
    return exchange(request);
  }

  private HTTPResponse exchange(HTTPRequest request) throws Exception {
    var answer = Nimbus.send(request);
    if (answer.getDPoPNonce() != null) {
      nonce = answer.getDPoPNonce();
    }
    return answer;
  }
}
