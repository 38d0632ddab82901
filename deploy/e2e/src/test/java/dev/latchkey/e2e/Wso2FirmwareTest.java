package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.Tv.Codes;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Firmware in which the addresses of WSO2 Identity Server are built in, but for the host. */
@ExtendWith(Latchkey.class)
class Wso2FirmwareTest {

  @Test
  void signsInAtTheAddressesThatItKnows(Tv tv) {
    // Given
    var codes = codes(tv.wire());
    Phone.ofAlice().approve(printed(codes));

    // When
    var tokens = tv.wire().post("/oauth2/token", Tv.pollForm(codes, Tv.CLIENT));

    // Then
    assertThat(tokens.hasTokens()).isTrue();
    var bearer = Map.of("Authorization", "Bearer " + tokens.accessToken());
    assertThat(tv.wire().get("/oauth2/userinfo", bearer).status()).isEqualTo(200);
  }

  @Test
  void refreshesAndSignsOutThere(Tv tv) {
    // Given
    var codes = codes(tv.wire());
    Phone.ofAlice().approve(printed(codes));
    var tokens = tv.wire().post("/oauth2/token", Tv.pollForm(codes, Tv.CLIENT));

    // When
    var refreshed = refresh(tv.wire(), tokens.refreshToken());
    var signedOut =
        tv.wire()
            .post(
                "/oauth2/revoke",
                Map.of("client_id", Tv.CLIENT, "token", refreshed.refreshToken()));

    // Then
    assertThat(refreshed.hasTokens()).isTrue();
    assertThat(signedOut.status()).isEqualTo(200);
    assertThat(refresh(tv.wire(), refreshed.refreshToken()).error()).isEqualTo("invalid_grant");
  }

  private static Codes codes(Wire wire) {
    var form = Map.of("client_id", Tv.CLIENT, "scope", Tv.SCOPE);
    return new Codes(wire.post("/oauth2/device_authorize", form).body());
  }

  private static Answer refresh(Wire wire, String token) {
    return wire.post(
        "/oauth2/token",
        Map.of("client_id", Tv.CLIENT, "grant_type", "refresh_token", "refresh_token", token));
  }

  /** What the manual says, with the code that the screen shows. */
  private static URI printed(Codes codes) {
    return codes.page().resolve("/authenticationendpoint/device.do?user_code=" + codes.userCode());
  }
}
