package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static dev.latchkey.stores.StoredGrant.key;
import static dev.latchkey.stores.StoredGrant.userCodeKey;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.grant.CreateOutcome.Created;
import dev.latchkey.grant.CreateOutcome.Exhausted;
import dev.latchkey.grant.UserCode;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class CreateTest {

  private final RedisStore redis;
  private final Pod pod;

  CreateTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void storesAllThatPagesAndPollsWillNeed() {
    // When
    var created = pod.create(Grants.FULL);

    // Then
    assertThat(StoredGrant.read(redis, created.deviceCode()))
        .contains(
            entry("state", "PENDING"),
            entry("lifetime", "600000"),
            entry("next_poll_at", "0"),
            entry("client_id", "living-room-tv"),
            entry("client_name", "Living-room TV"),
            entry("client_logo", "the-logo"),
            entry("scope", "openid watch"),
            entry("scope_words", "watch de Ihre Sendungen ansehen\nwatch en Watch your programmes"),
            entry("api", "https://api.example.com/tv"),
            entry("api_name", "TV programme"),
            entry("api_lifetime", "3600000"),
            entry("refreshable", "1"),
            entry("interval", "5000"),
            entry("usercode", userCodeKey(created.userCode().value(), Pod.PEPPER)),
            entry("mask", "****-****"),
            entry("error_profile", "AUTH0"),
            entry("device_name", "Telly"),
            entry("device_model", "Flat 55"),
            entry("device_serial", "SN-1"),
            entry("app_version", "1.2.3"),
            entry("code_challenge", "the-challenge"),
            entry("dpop_jkt", "the-thumbprint"),
            entry("ui_locales", "de-AT en"),
            entry("login_hint", "alice@example.com"),
            entry("idp_hint", "corporate"),
            entry("acr_values", "mfa pwd"),
            entry("max_age", "3600"),
            entry("first_party", "1"),
            entry("typed_code", "1"),
            entry("networks", "10.20.0.0/16"),
            entry("same_network", "1"),
            entry("groups", "night staff"),
            entry("confirmation", "number"),
            entry("address", "203.0.113.7"))
        .containsOnlyKeys(
            "state",
            "created_at",
            "expires_at",
            "lifetime",
            "next_poll_at",
            "client_id",
            "client_name",
            "client_logo",
            "scope",
            "scope_words",
            "api",
            "api_name",
            "api_lifetime",
            "refreshable",
            "interval",
            "usercode",
            "mask",
            "error_profile",
            "device_name",
            "device_model",
            "device_serial",
            "app_version",
            "code_challenge",
            "dpop_jkt",
            "ui_locales",
            "login_hint",
            "idp_hint",
            "acr_values",
            "max_age",
            "first_party",
            "typed_code",
            "networks",
            "same_network",
            "groups",
            "confirmation",
            "address");
  }

  @Test
  void hasNoFieldForWhatIsAbsent() {
    // When
    var created = pod.create(Grants.BARE);

    // Then
    assertThat(StoredGrant.read(redis, created.deviceCode()))
        .containsOnlyKeys(
            "state",
            "created_at",
            "expires_at",
            "lifetime",
            "next_poll_at",
            "client_id",
            "client_name",
            "interval",
            "usercode",
            "mask",
            "address");
  }

  @Test
  void theKeyOutlivesTheCodesByOneLifetime() {
    // Given
    var now = redis.now();

    // When
    var created = pod.create(Grants.BARE);

    // Then
    var stored = StoredGrant.read(redis, created.deviceCode());
    assertThat(Long.parseLong(stored.getOrDefault("expires_at", "")))
        .isEqualTo(Long.parseLong(stored.getOrDefault("created_at", "")) + 600_000);
    assertThat(redis.end(key(created.deviceCode())))
        .isCloseTo(now.plus(Duration.ofMinutes(20)), within(5, ChronoUnit.SECONDS));
  }

  @Test
  void theIndexLivesAtLeastAsLongAsTheGrantEvenIfApprovalMovesItsEnd() {
    // Given
    var created = pod.create(Grants.BARE);

    // When
    var indexEnds = redis.end(userCodeKey(created.userCode().value(), Pod.PEPPER));

    // Then
    assertThat(indexEnds).isAfterOrEqualTo(redis.end(key(created.deviceCode())).plusSeconds(119));
  }

  @Test
  void neitherCodeIsInRedis() {
    // When
    var created = pod.create(Grants.FULL);

    // Then
    var index = userCodeKey(created.userCode().value(), Pod.PEPPER);
    assertThat(StoredGrant.read(redis, created.deviceCode()) + key(created.deviceCode()) + index)
        .doesNotContain(created.deviceCode().value())
        .doesNotContain(created.userCode().value());
    assertThat(redis.execute("GET", index)).isEqualTo(created.deviceCode().grantId().value());
  }

  @Test
  void eachGrantHasCodesOfItsOwn() {
    // When
    var all = new ArrayList<Created>();
    for (var i = 0; i < 200; i++) {
      all.add(pod.create(Grants.BARE));
    }

    // Then
    assertThat(all).extracting(Created::deviceCode).doesNotHaveDuplicates();
    assertThat(all).extracting(Created::userCode).doesNotHaveDuplicates();
  }

  @Test
  void drawsAgainWhenAUserCodeIsTaken() {
    // Given
    var issuance = pod.issuance(new CrowdedIndex(redis, 4));

    // When
    var outcome = answer(issuance.create(Grants.BARE));

    // Then
    assertThat(outcome).isInstanceOf(Created.class);
  }

  @Test
  void givesUpWhenEveryUserCodeDrawnIsTaken() {
    // Given
    var issuance = pod.issuance(new CrowdedIndex(redis, 5));

    // When
    var outcome = answer(issuance.create(Grants.BARE));

    // Then
    assertThat(outcome).isEqualTo(Exhausted.NO_FREE_USER_CODE);
  }

  @Test
  void aTakenUserCodeStaysWithItsGrant() {
    // Given
    var index = new CrowdedIndex(redis, 1);

    // When
    answer(pod.issuance(index).create(Grants.BARE));

    // Then
    assertThat(redis.execute("GET", index.taken)).isEqualTo("another-grant");
  }

  /** An index in which the first so many codes drawn are taken. */
  private static final class CrowdedIndex extends UserCodeIndex {

    private final String taken = "usercode:taken-" + Math.random();
    private final Set<UserCode> drawn = new HashSet<>();
    private final int collisions;

    CrowdedIndex(RedisStore redis, int collisions) {
      super(Pod.config(UserCodeConfig.class, Map.of("latchkey.user-code.pepper", Pod.PEPPER)));
      this.collisions = collisions;
      redis.execute("SET", taken, "another-grant", "EX", "60");
    }

    @Override
    String key(UserCode code) {
      drawn.add(code);
      return drawn.size() <= collisions ? taken : super.key(code);
    }
  }
}
