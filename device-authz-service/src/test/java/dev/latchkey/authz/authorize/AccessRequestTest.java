package dev.latchkey.authz.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.CodeRules;
import dev.latchkey.authz.registry.TokenRules;
import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.Words;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessRequestTest {

  private static final Optional<Scope> ASKED = Scope.parse("watch offline_access");

  @Test
  void offlineAccessThatIsGivenStaysInTheScope() {
    // When
    var access = AccessRequest.of(client(Client.REFRESH_TOKEN_GRANT), ASKED, api(true));

    // Then
    assertThat(access.refreshable()).isTrue();
    assertThat(access.scope()).hasToString("watch offline_access");
  }

  @Test
  void offlineAccessThatIsNotGivenIsNotPromised() {
    // When
    var forbidden = AccessRequest.of(client(Client.REFRESH_TOKEN_GRANT), ASKED, api(false));
    var unable = AccessRequest.of(client(Client.DEVICE_CODE_GRANT), ASKED, api(true));

    // Then
    assertThat(forbidden.refreshable()).isFalse();
    assertThat(forbidden.scope()).hasToString("watch");
    assertThat(unable.refreshable()).isFalse();
    assertThat(unable.scope()).hasToString("watch");
  }

  @Test
  void aRefusalDoesNotRepeatWhatWasSent() {
    assertThatThrownBy(
            () ->
                AccessRequest.of(client(Client.REFRESH_TOKEN_GRANT), Scope.parse("fly"), api(true)))
        .hasMessageNotContaining("fly");
  }

  @Test
  void nobodyCanGiveADeviceTheAdministration() {
    // Given
    var client = client(Client.CLIENT_CREDENTIALS_GRANT);
    var api = api(true, Map.of(AdminAccess.SCOPE, Words.english("Administer")));

    // When
    var asking =
        assertThatThrownBy(
            () -> AccessRequest.of(client, Scope.parse("watch " + AdminAccess.SCOPE), api));

    // Then
    asking.isInstanceOfSatisfying(
        OAuthException.class, e -> assertThat(e.error()).isEqualTo(OAuthError.INVALID_SCOPE));
  }

  private static Client client(String grantType) {
    return new Client(
        new ClientId("tv"),
        "TV",
        Optional.empty(),
        true,
        AuthenticationMethod.NONE,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(grantType),
        new Scope(Set.of("watch", "fly", "offline_access", AdminAccess.SCOPE)),
        Optional.empty(),
        false,
        CodeRules.DEFAULT,
        TokenRules.DEFAULT,
        ApprovalPolicy.NONE,
        ErrorProfile.RFC8628);
  }

  private static Optional<Api> api(boolean allowOfflineAccess) {
    return api(allowOfflineAccess, Map.of("watch", Words.english("Watch")));
  }

  private static Optional<Api> api(boolean allowOfflineAccess, Map<String, Words> scopes) {
    return Optional.of(
        new Api(
            "https://api.example.com/tv",
            "TV programme",
            true,
            scopes,
            allowOfflineAccess,
            Duration.ofHours(1),
            Set.of()));
  }
}
