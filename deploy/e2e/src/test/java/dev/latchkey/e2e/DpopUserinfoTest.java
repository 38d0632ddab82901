package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import dev.latchkey.local.LocalSystem;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a bound token opens, and to whom (RFC 9449 section 7). */
@ExtendWith(Latchkey.class)
class DpopUserinfoTest {

  private final ProvingDevice device;
  private final ProvingDevice thief;
  private final URI userinfo;

  DpopUserinfoTest(LocalSystem system) throws Exception {
    var nimbus = Nimbus.of(system.url());
    device = new ProvingDevice(nimbus, Tv.CLIENT);
    thief = new ProvingDevice(nimbus, Tv.CLIENT);
    userinfo = system.url().resolve("/userinfo");
  }

  @Test
  void answersTheHolderOfTheKey() throws Exception {
    // Given
    var token = device.signIn().getDPoPAccessToken();

    // When
    var answer = device.use(token, request(token));

    // Then
    var person = UserInfoResponse.parse(answer).toSuccessResponse().getUserInfo();
    assertThat(person.getName()).isEqualTo("Alice Liddell");
  }

  @Test
  void refusesABoundTokenAsABearerToken() throws Exception {
    // Given
    var token = new BearerAccessToken(device.signIn().getAccessToken().getValue());

    // When
    var answer = Nimbus.send(request(token));

    // Then
    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getWWWAuthenticate()).contains("invalid_token");
  }

  @Test
  void refusesAnotherKey() throws Exception {
    // Given
    var token = device.signIn().getDPoPAccessToken();

    // When
    var answer = thief.use(token, request(token));

    // Then
    assertThat(answer.getStatusCode()).isEqualTo(401);
  }

  private HTTPRequest request(AccessToken token) {
    return new UserInfoRequest(userinfo, token).toHTTPRequest();
  }
}
