package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.DENY;
import static dev.latchkey.redis.Grants.LAPTOP;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.stores.StoredGrant.TV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ConfirmationNumber;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.Handover;
import dev.latchkey.grant.OpenOutcome;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Answered;
import dev.latchkey.grant.PollOutcome.Confirming;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.Proof;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scripts against {@link Rules}, their twin in plain Java, over random lives. Time passes in
 * steps of five seconds, and all that a grant remembers is a multiple of that: the milliseconds
 * that the test itself takes decide nothing.
 */
@ParameterizedClass
@EnumSource
class RandomLivesTest {

  private static final int STEPS = 60;
  private static final Duration MOMENT = Duration.ofMillis(4_400);
  private static final ClientId THIEF = new ClientId("thief");

  /** What a grant may be bound to, and what a poll may show. */
  private static final List<Proof> PROOFS =
      List.of(
          Proof.NONE,
          new Proof("challenge", null),
          new Proof(null, "key"),
          new Proof("challenge", "key"));

  private static final Proof WRONG = new Proof("wrong", "wrong");

  private static final ConfirmationNumber NOT_DRAWN_YET = new ConfirmationNumber("00");

  private final RedisStore redis;
  private final Pod pod;

  RandomLivesTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theScriptsFollowTheRules(long seed) {
    var life = new Life(seed);
    if (seed % 2 == 0) {
      life.begin();
    }
    for (var step = 0; step < STEPS; step++) {
      life.step();
    }
  }

  /** One grant, in Redis and in the twin, and what is done to both. */
  private final class Life {

    private final Random random;
    private final DeviceCode code;
    private final Rules rules;

    /** What the device shows at each poll, unless it is a thief of the code. */
    private final Proof proof;

    /** The claims handed out so far; the twin knows them by their place in this list. */
    private final List<ClaimId> claims = new ArrayList<>();

    Life(long seed) {
      random = new Random(seed);
      var auth0 = random.nextBoolean();
      proof = PROOFS.get(random.nextInt(PROOFS.size()));
      // A key that the first leg leaves open is bound when the grant is completed.
      var bound = random.nextBoolean() ? proof : new Proof(proof.codeChallenge(), null);
      var numberMatching = random.nextBoolean();
      var plain =
          StoredGrant.pending().expiresIn(Duration.ofSeconds(Rules.LIFETIME)).boundTo(bound);
      var grant = numberMatching ? plain.withNumberMatching() : plain;
      code = (auth0 ? grant.withAuth0Profile() : grant).save(redis);
      rules = new Rules(auth0, numberMatching, bound);
    }

    /**
     * Straight to a claim, or to a number awaited: half of the lives are about what comes after.
     */
    void begin() {
      open(PHONE);
      assertThat(pod.decide(code, PHONE, APPROVE)).isEqualTo(rules.decide(PHONE.value(), true));
      poll(proof, random.nextBoolean() ? Rules.RIGHT : Rules.NONE);
    }

    void step() {
      var browser = random.nextBoolean() ? PHONE : LAPTOP;
      switch (random.nextInt(21)) {
        case 0, 1 -> pass(5);
        case 2 -> pass(5 * random.nextInt(1, 8));
        case 3 -> pass(random.nextInt(4) == 0 ? 125 : 10);
        case 4, 5 -> open(browser);
        case 6 ->
            assertThat(pod.lookUp(code, browser))
                .satisfies(outcome -> same(outcome, rules.look(browser.value())));
        case 7 ->
            assertThat(pod.decide(code, browser, APPROVE))
                .isEqualTo(rules.decide(browser.value(), true));
        case 8 -> {
          if (random.nextInt(3) == 0) {
            assertThat(pod.decide(code, browser, DENY))
                .isEqualTo(rules.decide(browser.value(), false));
          }
        }
        case 9 -> {
          switch (random.nextInt(3)) {
            case 0 -> withClaim(this::complete);
            case 1 -> withClaim(this::completeAndKeepTheAnswer);
            default -> {}
          }
        }
        case 10 ->
            withClaim(
                (claim, number) -> {
                  pod.release(code.grantId(), claim);
                  rules.release(number);
                });
        case 11 -> {
          if (random.nextInt(5) == 0) {
            withClaim(
                (claim, number) -> {
                  pod.refuse(code.grantId(), claim);
                  rules.refuse(number);
                });
          }
        }
        case 12 -> assertThat(pod.poll(code, THIEF, proof)).isEqualTo(PollOutcome.Refused.UNKNOWN);
        case 13 -> poll(anyProof(), random.nextInt(3) == 0 ? Rules.RIGHT : Rules.NONE);
        case 14 -> poll(proof, 1 + random.nextInt(4));
        case 15 -> {
          if (random.nextInt(3) == 0) {
            poll(proof, Rules.RIGHT);
          }
        }
        case 16, 17 -> pollAgain(proof);
        default -> poll(proof, Rules.NONE);
      }
    }

    private void pass(int seconds) {
      if (redis.has(StoredGrant.key(code))) {
        StoredGrant.age(redis, code, Duration.ofSeconds(seconds));
      }
      rules.pass(seconds);
    }

    private void open(BrowserId browser) {
      assertThat(pod.open(code, browser))
          .satisfies(outcome -> same(outcome, rules.open(browser.value())));
    }

    private void complete(ClaimId claim, int number) {
      assertThat(pod.complete(code.grantId(), claim)).isEqualTo(rules.complete(number));
    }

    private void completeAndKeepTheAnswer(ClaimId claim, int number) {
      var handover = new Handover("sealed by " + claim.value(), proof.dpopThumbprint());
      assertThat(pod.complete(code.grantId(), claim, handover))
          .isEqualTo(rules.complete(number, proof.dpopThumbprint()));
    }

    private Proof anyProof() {
      return random.nextBoolean() ? WRONG : PROOFS.get(random.nextInt(PROOFS.size()));
    }

    /** The number that the twin knows by how far it is from the right one. */
    private Optional<ConfirmationNumber> entered(int number) {
      if (number == Rules.NONE) {
        return Optional.empty();
      }
      var right =
          ConfirmationNumber.parse(StoredGrant.read(redis, code).getOrDefault("number", ""));
      return Optional.of(StoredGrant.otherThan(right.orElse(NOT_DRAWN_YET), number));
    }

    private void poll(Proof shown, int number) {
      same(pod.poll(code, TV, shown, entered(number)), rules.poll(shown, number));
    }

    private void pollAgain(Proof shown) {
      same(pod.pollAgain(code, TV, shown), rules.pollAgain(shown));
    }

    private void same(PollOutcome outcome, String expected) {
      switch (outcome) {
        case Granted granted -> {
          if (!claims.contains(granted.claim())) {
            claims.add(granted.claim());
          }
          var confirmed = granted.confirmed() ? " CONFIRMED" : "";
          assertThat("GRANTED " + claims.indexOf(granted.claim()) + confirmed).isEqualTo(expected);
        }
        case Answered answered -> {
          assertThat("ANSWERED " + claims.indexOf(answered.claim())).isEqualTo(expected);
          assertThat(answered.sealed()).isEqualTo("sealed by " + answered.claim().value());
        }
        case Confirming(var left, var wrong) ->
            assertThat((wrong ? "WRONG " : "CONFIRMING ") + left).isEqualTo(expected);
        case SlowDown(var interval, var opensIn) -> {
          assertThat("SLOW_DOWN " + interval.toSeconds()).isEqualTo(expected);
          // Between its steps the test takes a moment, which the twin does not count.
          assertThat(opensIn).isPositive().isCloseTo(rules.opensIn(), MOMENT);
        }
        case PollOutcome.Waiting waiting -> assertThat(waiting).hasToString(expected);
        case PollOutcome.Refused refused -> assertThat(refused).hasToString(expected);
      }
    }

    private void withClaim(Act act) {
      if (!claims.isEmpty()) {
        var number = random.nextInt(claims.size());
        act.on(claims.get(number), number);
      }
    }

    private void same(OpenOutcome outcome, String expected) {
      var name =
          switch (outcome) {
            case OpenOutcome.Open ignored -> "OPEN";
            case OpenOutcome.Confirming ignored -> "CONFIRMING";
            case OpenOutcome.Closed closed -> closed.name();
          };
      assertThat(name).isEqualTo(expected);
    }
  }

  private interface Act {
    void on(ClaimId claim, int number);
  }
}
