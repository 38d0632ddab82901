package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.latchkey.local.LocalSystem;
import java.time.Duration;
import java.util.Set;
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
    var server = metadata(system);
    var codes = start(new DeviceAuthorizationRequest.Builder(TV), Tv.SCOPE, server);
    Phone.ofAlice().approve(codes.getVerificationURIComplete());

    // When
    var tokens =
        poll(new TokenRequest.Builder(server.getTokenEndpointURI(), TV, grant(codes)).build());

    // Then
    var access = tokens.getOIDCTokens().getBearerAccessToken();
    var claims = verify(system, server, access.getValue());
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
                new UserInfoRequest(system.url().resolve("/userinfo"), access)
                    .toHTTPRequest()
                    .send())
            .toSuccessResponse()
            .getUserInfo();
    assertThat(userinfo.getSubject().getValue()).isEqualTo(claims.getSubject());
    assertThat(userinfo.getName()).isEqualTo("Alice Liddell");
    assertThat(userinfo.getEmailAddress()).isEqualTo("alice@example.com");

    var refresh = new RefreshTokenGrant(tokens.getOIDCTokens().getRefreshToken());
    var refreshed =
        poll(new TokenRequest.Builder(server.getTokenEndpointURI(), TV, refresh).build());
    var next = refreshed.getOIDCTokens().getBearerAccessToken();
    assertThat(verify(system, server, next.getValue()).getSubject()).isEqualTo(claims.getSubject());
  }

  @Test
  void authenticatesAConfidentialClientOnBothLegs(LocalSystem system) throws Exception {
    // Given
    var server = metadata(system);
    var kiosk =
        new ClientSecretBasic(new ClientID("kiosk"), new Secret("kiosk-secret-for-tests-only"));
    var codes = start(new DeviceAuthorizationRequest.Builder(kiosk), KIOSK_SCOPE, server);
    Phone.ofAlice().approve(codes.getVerificationURIComplete());

    // When
    var tokens =
        poll(new TokenRequest.Builder(server.getTokenEndpointURI(), kiosk, grant(codes)).build());

    // Then
    assertThat(tokens.getOIDCTokens().getRefreshToken()).isNotNull();
  }

  private static AuthorizationServerMetadata metadata(LocalSystem system) throws Exception {
    return AuthorizationServerMetadata.resolve(new Issuer(system.url()));
  }

  private static DeviceAuthorizationSuccessResponse start(
      DeviceAuthorizationRequest.Builder request, String scope, AuthorizationServerMetadata server)
      throws Exception {
    var asked =
        request
            .endpointURI(server.getDeviceAuthorizationEndpointURI())
            .scope(Scope.parse(scope))
            .build();
    return DeviceAuthorizationResponse.parse(asked.toHTTPRequest().send()).toSuccessResponse();
  }

  private static DeviceCodeGrant grant(DeviceAuthorizationSuccessResponse codes) {
    return new DeviceCodeGrant(codes.getDeviceCode());
  }

  private static OIDCTokenResponse poll(TokenRequest request) {
    return await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> send(request), TokenResponse::indicatesSuccess)
                .toSuccessResponse()
            instanceof OIDCTokenResponse tokens
        ? tokens
        : fail();
  }

  private static OIDCTokenResponse fail() {
    throw new AssertionError("no ID token");
  }

  private static TokenResponse send(TokenRequest request) throws Exception {
    return OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
  }

  private static JWTClaimsSet verify(
      LocalSystem system, AuthorizationServerMetadata server, String token) throws Exception {
    var keys = JWKSourceBuilder.create(server.getJWKSetURI().toURL()).build();
    var processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            "https://api.example.com/tv",
            new JWTClaimsSet.Builder().issuer(system.url().toString()).build(),
            Set.of("sub", "exp", "iat", "jti", "client_id", "scope", "auth_time", "device_id")));
    return processor.process(token, null);
  }
}
