package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import dev.latchkey.local.LocalSystem;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that authenticate by a signature (RFC 7523), by Nimbus' assertions. */
@ExtendWith(Latchkey.class)
class PrivateKeyJwtTest {

  private static final ClientID INLINE = new ClientID("badge-printer");
  private static final ClientID BY_URI = new ClientID("ticket-machine");
  private static final String SCOPE = "openid offline_access watch";

  /** An unknown key makes the server look again, once in 10 s. */
  private static final Duration LOOKS_AGAIN = Duration.ofSeconds(15);

  private static KeyServer keyServer;

  private final Nimbus nimbus;

  PrivateKeyJwtTest(LocalSystem system) throws Exception {
    nimbus = Nimbus.of(system.url());
  }

  @BeforeAll
  static void openTheKeyServer() throws IOException {
    keyServer = new KeyServer();
  }

  @AfterAll
  static void closeTheKeyServer() {
    keyServer.close();
  }

  @Test
  void signsInAndKeepsItsTokensFreshByARegisteredKey() throws Exception {
    // Given
    var token = linked(INLINE, TestRegistry.PRINTER_KEY);

    // When
    var answer = send(INLINE, TestRegistry.PRINTER_KEY, new RefreshTokenGrant(token));

    // Then
    assertThat(Nimbus.tokens(answer).getOIDCTokens().getAccessToken()).isNotNull();
  }

  @Test
  void revokesItsTokensByARegisteredKey() throws Exception {
    // Given
    var token = linked(INLINE, TestRegistry.PRINTER_KEY);

    // When
    var revoked =
        Nimbus.send(
            new TokenRevocationRequest(
                    nimbus.server().getRevocationEndpointURI(),
                    assertion(INLINE, TestRegistry.PRINTER_KEY),
                    token)
                .toHTTPRequest());

    // Then
    assertThat(revoked.getStatusCode()).isEqualTo(200);
    var refused = send(INLINE, TestRegistry.PRINTER_KEY, new RefreshTokenGrant(token));
    assertThat(Nimbus.error(refused)).isEqualTo("invalid_grant");
  }

  @Test
  void anAssertionServesOnce() throws Exception {
    // Given
    var token = linked(INLINE, TestRegistry.PRINTER_KEY);
    var request = request(INLINE, TestRegistry.PRINTER_KEY, new RefreshTokenGrant(token));
    Nimbus.tokens(Nimbus.send(request));

    // When
    var replayed = Nimbus.send(request);

    // Then
    assertThat(replayed.getStatusCode()).isEqualTo(401);
    assertThat(Nimbus.error(replayed)).isEqualTo("invalid_client");
  }

  @Test
  void anotherKeyIsNotTheClients() throws Exception {
    // Given
    var token = linked(INLINE, TestRegistry.PRINTER_KEY);

    // When
    var refused = send(INLINE, key("printer"), new RefreshTokenGrant(token));

    // Then
    assertThat(refused.getStatusCode()).isEqualTo(401);
    assertThat(Nimbus.error(refused)).isEqualTo("invalid_client");
  }

  @Test
  void followsAClientThatChangesItsKey() throws Exception {
    // Given
    var old = key("old");
    keyServer.publish(old.toPublicJWK());
    var token = linked(BY_URI, old);

    // When
    var next = key("next");
    keyServer.publish(next.toPublicJWK());

    // Then
    await()
        .atMost(LOOKS_AGAIN)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              var answer = send(BY_URI, next, new RefreshTokenGrant(token));
              assertThat(answer.getStatusCode()).isEqualTo(200);
            });
    var refused = send(BY_URI, old, new RefreshTokenGrant(token));
    assertThat(Nimbus.error(refused)).isEqualTo("invalid_client");
  }

  private RefreshToken linked(ClientID client, ECKey key) throws Exception {
    var codes = approved(client, key);
    return Nimbus.tokens(send(client, key, Nimbus.grant(codes))).getOIDCTokens().getRefreshToken();
  }

  private DeviceAuthorizationSuccessResponse approved(ClientID client, ECKey key) throws Exception {
    var codes = nimbus.start(new DeviceAuthorizationRequest.Builder(assertion(client, key)), SCOPE);
    Phone.ofAlice().approve(codes.getVerificationURIComplete());
    return codes;
  }

  private HTTPResponse send(ClientID client, ECKey key, AuthorizationGrant grant) throws Exception {
    return Nimbus.send(request(client, key, grant));
  }

  private HTTPRequest request(ClientID client, ECKey key, AuthorizationGrant grant)
      throws Exception {
    return new TokenRequest.Builder(
            nimbus.server().getTokenEndpointURI(), assertion(client, key), grant)
        .build()
        .toHTTPRequest();
  }

  private PrivateKeyJWT assertion(ClientID client, ECKey key) throws Exception {
    return new PrivateKeyJWT(
        client,
        nimbus.server().getTokenEndpointURI(),
        JWSAlgorithm.ES256,
        key.toPrivateKey(),
        key.getKeyID(),
        null);
  }

  private static ECKey key(String id) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
  }
}
