package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuth2AccessTokenErrorResponse;
import com.github.scribejava.core.oauth2.OAuth2Error;
import com.github.scribejava.core.oauth2.clientauthentication.ClientAuthentication;
import com.github.scribejava.core.oauth2.clientauthentication.RequestBodyAuthenticationScheme;
import dev.latchkey.local.LocalSystem;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The flow as ScribeJava understands the RFCs. */
@ExtendWith(Latchkey.class)
@Timeout(60)
class ScribeJavaTest {

  @Test
  void signsADeviceIn(LocalSystem system) throws Exception {
    // Given
    try (var tv = new ServiceBuilder(Tv.CLIENT).defaultScope(Tv.SCOPE).build(api(system))) {
      var codes = tv.getDeviceAuthorizationCodes();
      Secrets.note("device_code", codes.getDeviceCode());
      Secrets.note("user_code", codes.getUserCode());
      Phone.ofAlice().approve(URI.create(codes.getVerificationUriComplete()));

      // When
      var tokens = tv.pollAccessTokenDeviceAuthorizationGrant(codes);

      // Then
      Secrets.note("access_token", tokens.getAccessToken());
      Secrets.note("refresh_token", tokens.getRefreshToken());
      assertThat(tokens.getTokenType()).isEqualTo("Bearer");
      assertThat(tokens.getScope()).isEqualTo(Tv.SCOPE);
      assertThat(tv.refreshAccessToken(tokens.getRefreshToken()).getAccessToken()).isNotBlank();
    }
  }

  @Test
  void understandsThatNobodyHasDecidedYet(LocalSystem system) throws Exception {
    // Given
    try (var tv = new ServiceBuilder(Tv.CLIENT).defaultScope(Tv.SCOPE).build(api(system))) {
      var codes = tv.getDeviceAuthorizationCodes();
      Secrets.note("device_code", codes.getDeviceCode());
      Secrets.note("user_code", codes.getUserCode());

      // When
      var refusal =
          catchThrowableOfType(
              OAuth2AccessTokenErrorResponse.class,
              () -> tv.getAccessTokenDeviceAuthorizationGrant(codes));

      // Then
      assertThat(refusal.getError()).isEqualTo(OAuth2Error.AUTHORIZATION_PENDING);
    }
  }

  private static DefaultApi20 api(LocalSystem system) {
    return new DefaultApi20() {
      @Override
      public String getAccessTokenEndpoint() {
        return system.url() + "/oauth/token";
      }

      @Override
      public String getDeviceAuthorizationEndpoint() {
        return system.url() + "/oauth/device/code";
      }

      @Override
      protected String getAuthorizationBaseUrl() {
        throw new UnsupportedOperationException("a device server has none");
      }

      @Override
      public ClientAuthentication getClientAuthentication() {
        return RequestBodyAuthenticationScheme.instance();
      }
    };
  }
}
