package dev.latchkey.ui.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.AuthenticationRequest;
import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.Scope;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScopeWordsTest {

  @Test
  void groupsWhatIsAskedUnderTheApisName() {
    // Given
    var view = view("openid watch record", "TV programme");

    // When
    var groups = ScopeWords.of(view);

    // Then
    assertThat(groups)
        .extracting(ScopeGroup::title)
        .containsExactly("Your account", "TV programme");
    assertThat(groups.get(0).words()).containsExactly("Know that it is you");
    assertThat(groups.get(1).words()).containsExactly("Watch your programmes", "record");
  }

  @Test
  void nothingAskedIsNothingShown() {
    // Given
    var view = view("", null);

    // When
    var groups = ScopeWords.of(view);

    // Then
    assertThat(groups).isEmpty();
  }

  private static GrantView view(String scope, @Nullable String api) {
    return new GrantView(
        new ClientId("tv"),
        "Living-room TV",
        null,
        "****-****",
        Scope.stored(scope),
        Map.of("watch", "Watch your programmes"),
        api,
        api,
        ClaimedDevice.SILENT,
        AuthenticationRequest.NONE,
        ApprovalPolicy.NONE,
        "203.0.113.77",
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
