package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import dev.latchkey.local.LocalSystem;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens bound to a device's key from the first leg on (RFC 9449), by Nimbus' proofs. */
@ExtendWith(Latchkey.class)
class DpopTest {

  private static final ClientID TV = new ClientID(Tv.CLIENT);
  private static final ClientID SECURE_TV = new ClientID("secure-tv");
  private static final String SECURE_SCOPE = "openid profile offline_access watch";

  private final ProvingDevice device;
  private final Nimbus nimbus;

  DpopTest(LocalSystem system) throws Exception {
    device = new ProvingDevice();
    nimbus = Nimbus.of(system.url());
  }

  @BeforeEach
  void theServerSaysWhatItDoes() {
    assertThat(nimbus.server().getDPoPJWSAlgs()).isNotEmpty();
  }

  @Test
  void tokensAreBoundToTheKeyOfTheFirstLeg() throws Exception {
    // Given
    var codes = approved();

    // When
    var tokens = Nimbus.tokens(device.send(request(Nimbus.grant(codes)))).getOIDCTokens();

    // Then
    assertThat(tokens.getAccessToken().getType()).isEqualTo(AccessTokenType.DPOP);
    var claims = nimbus.verify(tokens.getAccessToken().getValue());
    assertThat(JWKThumbprintConfirmation.parse(claims).getValue()).hasToString(device.thumbprint());
  }

  @Test
  void aPollWithoutTheNonceNeitherConsumesTheCodeNorCountsAsAPoll() throws Exception {
    // Given
    var codes = started(TV, Tv.SCOPE);
    var early = device.sendOnce(request(Nimbus.grant(codes)));

    // When
    var again = device.sendOnce(request(Nimbus.grant(codes)));

    // Then
    assertThat(early.getStatusCode()).isEqualTo(400);
    assertThat(Nimbus.error(early)).isEqualTo("use_dpop_nonce");
    assertThat(early.getDPoPNonce()).isNotNull();
    assertThat(Nimbus.error(again)).isEqualTo("authorization_pending");
  }

  @Test
  void userinfoAnswersTheHolderOfTheKey() throws Exception {
    // Given
    var token = linked().getDPoPAccessToken();

    // When
    var answer = device.use(token, new UserInfoRequest(userinfo(), token).toHTTPRequest());

    // Then
    var userinfo = UserInfoResponse.parse(answer).toSuccessResponse().getUserInfo();
    assertThat(userinfo.getName()).isEqualTo("Alice Liddell");
  }

  @Test
  void userinfoRefusesABoundTokenAsABearerToken() throws Exception {
    // Given
    var token = new BearerAccessToken(linked().getAccessToken().getValue());

    // When
    var answer = Nimbus.send(new UserInfoRequest(userinfo(), token).toHTTPRequest());

    // Then
    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getWWWAuthenticate()).contains("invalid_token");
  }

  @Test
  void userinfoRefusesAnotherKey() throws Exception {
    // Given
    var token = linked().getDPoPAccessToken();

    // When
    var answer =
        new ProvingDevice().use(token, new UserInfoRequest(userinfo(), token).toHTTPRequest());

    // Then
    assertThat(answer.getStatusCode()).isEqualTo(401);
  }

  @Test
  void theSameKeyKeepsTheTokensFresh() throws Exception {
    // Given
    var refresh = new RefreshTokenGrant(linked().getRefreshToken());

    // When
    var answer = device.send(request(refresh));

    // Then
    var token = Nimbus.tokens(answer).getOIDCTokens().getDPoPAccessToken();
    assertThat(JWKThumbprintConfirmation.parse(nimbus.verify(token.getValue())).getValue())
        .hasToString(device.thumbprint());
  }

  @Test
  void anotherKeyGetsNoTokensForTheRefreshToken() throws Exception {
    // Given
    var refresh = new RefreshTokenGrant(linked().getRefreshToken());

    // When
    var stolen = new ProvingDevice().send(request(refresh));

    // Then
    assertThat(Nimbus.error(stolen)).isEqualTo("invalid_grant");
    assertThat(Nimbus.error(Nimbus.send(request(refresh)))).isNotEqualTo("none");
    assertThat(device.send(request(refresh)).indicatesSuccess()).isTrue();
  }

  @Test
  void anotherKeyGetsNoTokensForTheCode() throws Exception {
    // Given
    var codes = approved();

    // When
    var stolen = new ProvingDevice().send(request(Nimbus.grant(codes)));

    // Then
    assertThat(Nimbus.error(stolen)).isEqualTo("invalid_grant");
    assertThat(device.send(request(Nimbus.grant(codes))).indicatesSuccess()).isTrue();
  }

  @Test
  void aProofServesOnce() throws Exception {
    // Given
    var request = request(new RefreshTokenGrant(linked().getRefreshToken()));
    device.send(request);

    // When
    var replayed = Nimbus.send(request);

    // Then
    assertThat(Nimbus.error(replayed)).isEqualTo("invalid_dpop_proof");
  }

  @Test
  void aClientWithoutRotationKeepsItsRefreshToken() throws Exception {
    // Given
    var tokens = linked(SECURE_TV, SECURE_SCOPE);
    var refresh = new RefreshTokenGrant(tokens.getRefreshToken());

    // When
    var answer = device.send(request(SECURE_TV, refresh));

    // Then
    assertThat(Nimbus.tokens(answer).getOIDCTokens().getRefreshToken()).isNull();
    assertThat(device.send(request(SECURE_TV, refresh)).indicatesSuccess()).isTrue();
  }

  private Tokens linked() throws Exception {
    return linked(TV, Tv.SCOPE);
  }

  private Tokens linked(ClientID client, String scope) throws Exception {
    var grant = Nimbus.grant(approved(client, scope));
    return Nimbus.tokens(device.send(request(client, grant))).getOIDCTokens();
  }

  private DeviceAuthorizationSuccessResponse approved() throws Exception {
    return approved(TV, Tv.SCOPE);
  }

  private DeviceAuthorizationSuccessResponse approved(ClientID client, String scope)
      throws Exception {
    var codes = started(client, scope);
    Phone.ofAlice().approve(codes.getVerificationURIComplete());
    return codes;
  }

  private DeviceAuthorizationSuccessResponse started(ClientID client, String scope)
      throws Exception {
    var request = nimbus.authorization(new DeviceAuthorizationRequest.Builder(client), scope);
    var answer = Nimbus.codes(device.send(request));
    device.forgetNonce();
    return answer;
  }

  private HTTPRequest request(AuthorizationGrant grant) {
    return request(TV, grant);
  }

  private HTTPRequest request(ClientID client, AuthorizationGrant grant) {
    return new TokenRequest.Builder(nimbus.server().getTokenEndpointURI(), client, grant)
        .build()
        .toHTTPRequest();
  }

  private URI userinfo() {
    return URI.create(nimbus.server().getIssuer().getValue() + "/userinfo");
  }
}
