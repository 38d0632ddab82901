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
import java.time.Instant;
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
  void storesWhatTheDeviceSaysAndWhatScriptsNeed() {
    // When
    var created = pod.create(Grants.FULL);

    // Then
    assertThat(StoredGrant.read(redis, created.deviceCode()))
        .contains(
            entry("state", "PENDING"),
            entry("lifetime", "600000"),
            entry("client_id", "living-room-tv"),
            entry("usercode", mac(created).substring(0, 8)),
            entry("error_profile", "AUTH0"),
            entry("name", "Telly"),
            entry("model", "Flat 55"),
            entry("serial", "SN-1"),
            entry("version", "1.2.3"),
            entry("code_challenge", "the-challenge"),
            entry("dpop_jkt", "the-thumbprint"),
            entry("ui_locales", "de-AT en"),
            entry("login_hint", "alice@example.com"),
            entry("idp_hint", "corporate"),
            entry("acr_values", "mfa pwd"),
            entry("max_age", "3600"),
            entry("confirmation", "number"),
            entry("address", "203.0.113.7"))
        .containsOnlyKeys(
            "state",
            "expires_at",
            "lifetime",
            "client_id",
            "terms",
            "usercode",
            "error_profile",
            "name",
            "model",
            "serial",
            "version",
            "code_challenge",
            "dpop_jkt",
            "ui_locales",
            "login_hint",
            "idp_hint",
            "acr_values",
            "max_age",
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
            "state", "expires_at", "lifetime", "client_id", "terms", "usercode", "address");
  }

  @Test
  void keepsAnIntervalThatIsNotTheUsualOne() {
    // When
    var created = pod.create(Grants.every(Duration.ofSeconds(2)));

    // Then
    assertThat(StoredGrant.read(redis, created.deviceCode())).containsEntry("interval", "2000");
  }

  @Test
  void theKeyOutlivesTheCodesByOneLifetime() {
    // Given
    var now = redis.now();

    // When
    var created = pod.create(Grants.BARE);

    // Then
    var stored = StoredGrant.read(redis, created.deviceCode());
    var expiresAt = Instant.ofEpochMilli(Long.parseLong(stored.getOrDefault("expires_at", "")));
    assertThat(expiresAt)
        .isCloseTo(now.plus(Duration.ofMinutes(10)), within(5, ChronoUnit.SECONDS));
    assertThat(redis.end(key(created.deviceCode())))
        .isEqualTo(expiresAt.plus(Duration.ofMinutes(10)));
  }

  @Test
  void theIndexLivesAtLeastAsLongAsTheGrantEvenIfApprovalMovesItsEnd() {
    // Given
    var created = pod.create(Grants.BARE);

    // When
    var indexEnds = redis.end(userCodeKey(created.userCode().value(), Pod.PEPPER));

    // Then
    assertThat(indexEnds).isAfterOrEqualTo(redis.end(key(created.deviceCode())).plusSeconds(239));
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
    assertThat(redis.execute("GET", "usercode:" + index.taken)).isEqualTo("another-grant");
  }

  private static String mac(Created created) {
    var key = userCodeKey(created.userCode().value(), Pod.PEPPER);
    return key.substring(key.indexOf(':') + 1);
  }

  /** An index in which the first so many codes drawn are taken. */
  private static final class CrowdedIndex extends UserCodeIndex {

    private final String taken = "taken-" + Math.random();
    private final Set<UserCode> drawn = new HashSet<>();
    private final int collisions;

    CrowdedIndex(RedisStore redis, int collisions) {
      super(Pod.config(UserCodeConfig.class, Map.of("latchkey.user-code.pepper", Pod.PEPPER)));
      this.collisions = collisions;
      redis.execute("SET", "usercode:" + taken, "another-grant", "EX", "60");
    }

    @Override
    String mac(UserCode code) {
      drawn.add(code);
      return drawn.size() <= collisions ? taken : super.mac(code);
    }
  }
}
