package dev.latchkey.token.refresh;

import static dev.latchkey.token.refresh.Rotation.FORWARD;
import static dev.latchkey.token.refresh.Rotation.LATE;
import static dev.latchkey.token.refresh.Rotation.NEXT;
import static dev.latchkey.token.refresh.Rotation.REUSE;
import static dev.latchkey.token.refresh.Rotation.SAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Scope;
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.TokenFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the package comment, each line with its edges. */
class RotationTest {

  private static final FamilyRules USUAL = new FamilyRules(false, true);
  private static final FamilyRules KEY_BOUND = new FamilyRules(true, true);
  private static final FamilyRules NO_ROTATION = new FamilyRules(false, false);
  private static final Duration FRESH = Duration.ofMillis(59_999);
  private static final Duration LATER = Duration.ofSeconds(60);
  private static final Duration BEFORE = Duration.ofSeconds(-5);

  private static final LinkedDevice DEVICE =
      new LinkedDevice(
          new UUID(0, 1),
          new GrantId("A".repeat(43)),
          new UUID(0, 2).toString(),
          new ClientId("tv"),
          Scope.NONE,
          null,
          true,
          Instant.EPOCH,
          Set.of(),
          null,
          null,
          new ClaimedDevice(null, null, null, null),
          "192.0.2.1",
          null);

  static Stream<Arguments> table() {
    return Stream.of(
        arguments("the first rotates at once", 1, family(1, FRESH), USUAL, NEXT),
        arguments("the current one, fresh", 5, family(5, FRESH), USUAL, SAME),
        arguments("the current one, later", 5, family(5, LATER), USUAL, NEXT),
        arguments("the current one, clock set back", 5, family(5, BEFORE), USUAL, SAME),
        arguments("the current one, bound, later", 5, family(5, LATER), KEY_BOUND, NEXT),
        arguments("the first, rotation off", 1, family(1, LATER), NO_ROTATION, SAME),
        arguments("the current one, rotation off", 5, family(5, LATER), NO_ROTATION, SAME),
        arguments("the previous one, fresh", 4, family(5, FRESH), USUAL, SAME),
        arguments("the previous one, fresh, used", 4, used(FRESH), USUAL, SAME),
        arguments("the previous one, fresh, served", 4, served(FRESH), USUAL, SAME),
        arguments("the previous one, later", 4, family(5, LATER), USUAL, LATE),
        arguments("the previous one, later, used", 4, used(LATER), USUAL, REUSE),
        arguments("the previous one, later, served", 4, served(LATER), USUAL, REUSE),
        arguments("the previous one, bound, later, used", 4, used(LATER), KEY_BOUND, SAME),
        arguments("the previous one, bound, served", 4, served(LATER), KEY_BOUND, SAME),
        arguments("the previous one, rotation off", 4, family(5, LATER), NO_ROTATION, LATE),
        arguments("the one before, fresh", 3, family(5, FRESH), USUAL, REUSE),
        arguments("the one before, bound", 3, family(5, FRESH), KEY_BOUND, REUSE),
        arguments("the first of all", 1, family(5, LATER), NO_ROTATION, REUSE),
        arguments("ahead by one", 6, family(5, FRESH), USUAL, FORWARD),
        arguments("far ahead", 500, family(5, LATER), KEY_BOUND, FORWARD),
        arguments("ahead, rotation off", 6, family(5, LATER), NO_ROTATION, FORWARD));
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("table")
  void followsTheTable(
      String name, long shown, TokenFamily family, FamilyRules rules, Rotation expected) {
    assertThat(Rotation.of(shown, family, rules)).as(name).isEqualTo(expected);
  }

  private static TokenFamily family(long generation, Duration sinceRotation) {
    return family(generation, sinceRotation, false, false);
  }

  private static TokenFamily used(Duration sinceRotation) {
    return family(5, sinceRotation, true, false);
  }

  private static TokenFamily served(Duration sinceRotation) {
    return family(5, sinceRotation, false, true);
  }

  private static TokenFamily family(
      long generation, Duration sinceRotation, boolean used, boolean served) {
    return new TokenFamily(
        DEVICE, "t1", generation, used, served, false, LATER, sinceRotation, LATER);
  }
}
