package dev.latchkey.e2e;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.ErrorResponse;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import java.net.URI;
import java.util.Set;

/**
 * The OAuth and OpenID Connect SDK of Connect2id, which knows of the server what its metadata say.
 * It notes the secrets that pass.
 */
final class Nimbus {

  private final AuthorizationServerMetadata server;

  private Nimbus(AuthorizationServerMetadata server) {
    this.server = server;
  }

  static Nimbus of(URI issuer) throws Exception {
    return new Nimbus(AuthorizationServerMetadata.resolve(new Issuer(issuer)));
  }

  AuthorizationServerMetadata server() {
    return server;
  }

  DeviceAuthorizationSuccessResponse start(DeviceAuthorizationRequest.Builder request, String scope)
      throws Exception {
    return codes(send(authorization(request, scope)));
  }

  /** The request for codes, to put a proof on. */
  HTTPRequest authorization(DeviceAuthorizationRequest.Builder request, String scope) {
    return request
        .endpointURI(server.getDeviceAuthorizationEndpointURI())
        .scope(Scope.parse(scope))
        .build()
        .toHTTPRequest();
  }

  static DeviceAuthorizationSuccessResponse codes(HTTPResponse answer) throws Exception {
    return DeviceAuthorizationResponse.parse(answer).toSuccessResponse();
  }

  static DeviceCodeGrant grant(DeviceAuthorizationSuccessResponse codes) {
    return new DeviceCodeGrant(codes.getDeviceCode());
  }

  static OIDCTokenResponse tokens(TokenRequest request) throws Exception {
    return tokens(send(request.toHTTPRequest()));
  }

  static OIDCTokenResponse tokens(HTTPResponse answer) throws Exception {
    var read = OIDCTokenResponseParser.parse(answer);
    if (read.indicatesSuccess() && read.toSuccessResponse() instanceof OIDCTokenResponse tokens) {
      return tokens;
    }
    throw new AssertionError("no ID token: " + answer.getStatusCode() + " " + answer.getBody());
  }

  /** The code of a refusal of the token endpoint. */
  static String error(HTTPResponse answer) throws Exception {
    return TokenResponse.parse(answer) instanceof ErrorResponse refusal
        ? refusal.getErrorObject().getCode()
        : "none";
  }

  static HTTPResponse send(HTTPRequest request) throws Exception {
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> Secrets.noteHeader(name, value)));
    if (request.getMethod() == Method.POST) {
      Secrets.noteAll(request.getBodyAsFormParameters());
    }
    var answer = request.send();
    if (answer.getBody() != null && answer.getBody().startsWith("{")) {
      Secrets.noteAll(answer.getBodyAsJSONObject());
    }
    return answer;
  }

  /** The claims of an access token for the TV's API (RFC 9068 section 4). */
  JWTClaimsSet verify(String accessToken) throws Exception {
    var keys = JWKSourceBuilder.create(server.getJWKSetURI().toURL()).build();
    var processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            "https://api.example.com/tv",
            new JWTClaimsSet.Builder().issuer(server.getIssuer().getValue()).build(),
            Set.of("sub", "exp", "iat", "jti", "client_id", "scope", "auth_time", "device_id")));
    return processor.process(accessToken, null);
  }
}
