package dev.latchkey.e2e;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.Nonce;
import org.jspecify.annotations.Nullable;

/**
 * A device with a key in its hardware, which proves with each request that it has it (RFC 9449).
 */
final class ProvingDevice {

  private static final String SCOPE = "openid profile offline_access watch";

  private final Nimbus nimbus;
  private final ClientID client;
  private final ECKey key;
  private final DPoPProofFactory proofs;

  private @Nullable Nonce nonce;

  ProvingDevice(Nimbus nimbus, String client) throws JOSEException {
    this.nimbus = nimbus;
    this.client = new ClientID(client);
    key = new ECKeyGenerator(Curve.P_256).generate();
    proofs = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);
  }

  String thumbprint() throws JOSEException {
    return key.computeThumbprint().toString();
  }

  /** Asks for codes with a proof. The first poll after it has no nonce. */
  DeviceCodeGrant start(boolean approved) throws Exception {
    var request = nimbus.authorization(new DeviceAuthorizationRequest.Builder(client), SCOPE);
    var codes = Nimbus.codes(send(request));
    if (approved) {
      Phone.ofAlice().approve(codes.getVerificationURIComplete());
    }
    nonce = null;
    return Nimbus.grant(codes);
  }

  Tokens signIn() throws Exception {
    return Nimbus.tokens(send(start(true))).getOIDCTokens();
  }

  HTTPRequest request(AuthorizationGrant grant) {
    return new TokenRequest.Builder(nimbus.server().getTokenEndpointURI(), client, grant)
        .build()
        .toHTTPRequest();
  }

  HTTPResponse send(AuthorizationGrant grant) throws Exception {
    return send(request(grant));
  }

  /** Proves by the nonce it has, and by a new one if the server says so (section 8). */
  private HTTPResponse send(HTTPRequest request) throws Exception {
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
