package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.latchkey.local.LocalSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The flow as the OAuth and OpenID Connect SDK of Connect2id understands the RFCs. */
@ExtendWith(Latchkey.class)
class NimbusTest {

  private static final ClientID TV = new ClientID(Tv.CLIENT);
  private static final String KIOSK_SCOPE = "openid profile offline_access watch";

  @Test
  void signsADeviceInAndKeepsItsTokensFresh(LocalSystem system) throws Exception {
    // Given
    var nimbus = Nimbus.of(system.url());
    var server = nimbus.server();
    var codes = nimbus.start(new DeviceAuthorizationRequest.Builder(TV), Tv.SCOPE);
    Phone.ofAlice().approve(codes.getVerificationURIComplete());

    // When
    var tokens =
        Nimbus.tokens(
            new TokenRequest.Builder(server.getTokenEndpointURI(), TV, Nimbus.grant(codes))
                .build());

    // Then
    var access = tokens.getOIDCTokens().getBearerAccessToken();
    var claims = nimbus.verify(access.getValue());
    assertThat(claims.getStringClaim("client_id")).isEqualTo(Tv.CLIENT);
    assertThat(claims.getStringClaim("scope")).isEqualTo(Tv.SCOPE);
    assertThat(claims.getAudience()).contains("https://api.example.com/tv");

    var idToken =
        new IDTokenValidator(
                server.getIssuer(), TV, JWSAlgorithm.ES256, server.getJWKSetURI().toURL())
            .validate(tokens.getOIDCTokens().getIDToken(), null);
    AccessTokenValidator.validate(
        access, JWSAlgorithm.ES256, new AccessTokenHash(idToken.getStringClaim("at_hash")));
    assertThat(idToken.getSubject().getValue()).isEqualTo(claims.getSubject());

    var userinfo =
        UserInfoResponse.parse(
                Nimbus.send(
                    new UserInfoRequest(system.url().resolve("/userinfo"), access).toHTTPRequest()))
            .toSuccessResponse()
            .getUserInfo();
    assertThat(userinfo.getSubject().getValue()).isEqualTo(claims.getSubject());
    assertThat(userinfo.getName()).isEqualTo("Alice Liddell");
    assertThat(userinfo.getEmailAddress()).isEqualTo("alice@example.com");

    var refresh = new RefreshTokenGrant(tokens.getOIDCTokens().getRefreshToken());
    var refreshed =
        Nimbus.tokens(new TokenRequest.Builder(server.getTokenEndpointURI(), TV, refresh).build());
    var next = refreshed.getOIDCTokens().getBearerAccessToken();
    assertThat(nimbus.verify(next.getValue()).getSubject()).isEqualTo(claims.getSubject());
  }

  @Test
  void authenticatesAConfidentialClientOnBothLegs(LocalSystem system) throws Exception {
    // Given
    var nimbus = Nimbus.of(system.url());
    var kiosk =
        new ClientSecretBasic(new ClientID("kiosk"), new Secret("kiosk-secret-for-tests-only"));
    var codes = nimbus.start(new DeviceAuthorizationRequest.Builder(kiosk), KIOSK_SCOPE);
    Phone.ofAlice().approve(codes.getVerificationURIComplete());

    // When
    var tokens =
        Nimbus.tokens(
            new TokenRequest.Builder(
                    nimbus.server().getTokenEndpointURI(), kiosk, Nimbus.grant(codes))
                .build());

    // Then
    assertThat(tokens.getOIDCTokens().getRefreshToken()).isNotNull();
  }
}
