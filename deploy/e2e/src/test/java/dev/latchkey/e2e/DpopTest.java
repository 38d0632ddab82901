package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import dev.latchkey.local.LocalSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens bound to a device's key from the first leg on (RFC 9449), by Nimbus' proofs. */
@ExtendWith(Latchkey.class)
class DpopTest {

  private final Nimbus nimbus;
  private final ProvingDevice device;
  private final ProvingDevice thief;

  DpopTest(LocalSystem system) throws Exception {
    nimbus = Nimbus.of(system.url());
    device = new ProvingDevice(nimbus, Tv.CLIENT);
    thief = new ProvingDevice(nimbus, Tv.CLIENT);
  }

  @Test
  void tokensAreBoundToTheKeyOfTheFirstLeg() throws Exception {
    // Given
    var code = device.start(true);

    // When
    var tokens = Nimbus.tokens(device.send(code)).getOIDCTokens();

    // Then
    assertThat(tokens.getAccessToken().getType()).isEqualTo(AccessTokenType.DPOP);
    assertThat(boundTo(tokens.getAccessToken().getValue())).isEqualTo(device.thumbprint());
  }

  @Test
  void aPollWithoutTheNonceNeitherConsumesTheCodeNorCountsAsAPoll() throws Exception {
    // Given
    var code = device.start(false);
    var early = device.sendOnce(device.request(code));

    // When
    var again = device.sendOnce(device.request(code));

    // Then
    assertThat(early.getStatusCode()).isEqualTo(400);
    assertThat(Nimbus.error(early)).isEqualTo("use_dpop_nonce");
    assertThat(early.getDPoPNonce()).isNotNull();
    assertThat(Nimbus.error(again)).isEqualTo("authorization_pending");
  }

  @Test
  void theSameKeyKeepsTheTokensFresh() throws Exception {
    // Given
    var refresh = new RefreshTokenGrant(device.signIn().getRefreshToken());

    // When
    var answer = device.send(refresh);

    // Then
    var token = Nimbus.tokens(answer).getOIDCTokens().getDPoPAccessToken();
    assertThat(boundTo(token.getValue())).isEqualTo(device.thumbprint());
  }

  @Test
  void anotherKeyGetsNoTokensForTheRefreshToken() throws Exception {
    // Given
    var refresh = new RefreshTokenGrant(device.signIn().getRefreshToken());

    // When
    var stolen = thief.send(refresh);
    var unproven = Nimbus.send(device.request(refresh));

    // Then
    assertThat(Nimbus.error(stolen)).isEqualTo("invalid_grant");
    assertThat(unproven.getStatusCode()).isEqualTo(400);
    assertThat(device.send(refresh).indicatesSuccess()).isTrue();
  }

  @Test
  void anotherKeyGetsNoTokensForTheCode() throws Exception {
    // Given
    var code = device.start(true);

    // When
    var stolen = thief.send(code);

    // Then
    assertThat(Nimbus.error(stolen)).isEqualTo("invalid_grant");
    assertThat(device.send(code).indicatesSuccess()).isTrue();
  }

  @Test
  void aProofServesOnce() throws Exception {
    // Given
    var request = device.request(new RefreshTokenGrant(device.signIn().getRefreshToken()));
    device.sendOnce(request);

    // When
    var replayed = Nimbus.send(request);

    // Then
    assertThat(Nimbus.error(replayed)).isEqualTo("invalid_dpop_proof");
  }

  @Test
  void aClientWithoutRotationKeepsItsRefreshToken() throws Exception {
    // Given
    var secure = new ProvingDevice(nimbus, "secure-tv");
    var refresh = new RefreshTokenGrant(secure.signIn().getRefreshToken());

    // When
    var answer = secure.send(refresh);

    // Then
    assertThat(Nimbus.tokens(answer).getOIDCTokens().getRefreshToken()).isNull();
    assertThat(secure.send(refresh).indicatesSuccess()).isTrue();
  }

  private String boundTo(String accessToken) throws Exception {
    return JWKThumbprintConfirmation.parse(nimbus.verify(accessToken)).getValue().toString();
  }
}
