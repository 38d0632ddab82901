package dev.latchkey.token.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.StoredFamily;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.refresh.FamilyTwin.Kind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of refreshing against {@link FamilyTwin}, on the real PostgreSQL, over random lives.
 * Time passes in steps of 25 seconds and no limit is a multiple of that: the milliseconds that the
 * test itself takes decide nothing.
 */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RandomFamiliesTest {

  private static final int LOOKS = 8;
  private static final int STEPS = 6;
  private static final int TOGETHER = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private @Nullable RealStores stores;
  @Inject @Nullable RefreshGrant grant;
  @Inject @Nullable Clients clients;

  @BeforeEach
  void moveIn() {
    FamilyKinds.moveIn(present(stores));
  }

  static Stream<Arguments> lives() {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> LongStream.rangeClosed(1, 15).mapToObj(seed -> Arguments.of(kind, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("lives")
  void theRowFollowsTheRules(Kind kind, long seed) {
    var life = new Life(kind, seed);
    for (var look = 0; look < LOOKS; look++) {
      for (var step = 0; step < STEPS; step++) {
        life.step();
      }
      life.look();
    }
  }

  /** One family, in PostgreSQL and in the twin, and what is done to both. */
  private final class Life {

    private final Random random;
    private final Client client;
    private final Optional<String> key;
    private final StoredFamily family;
    private final FamilyTwin twin;

    /** The newest token that has reached the device. */
    private long held = 1;

    private @Nullable FamilyTwin backup;

    Life(Kind kind, long seed) {
      random = new Random(seed);
      var name =
          switch (kind) {
            case BARE, BOUND -> "living-room-tv";
            case KEEPER -> FamilyKinds.KEEPER;
            case SHORT_LIVED -> FamilyKinds.SHORT_LIVED;
          };
      client = present(clients).fresh(new ClientId(name)).await().atMost(PATIENCE).orElseThrow();
      family = StoredFamily.linked(present(stores), name);
      key = kind == Kind.BOUND ? Optional.of("thumbprint") : Optional.empty();
      key.ifPresent(thumbprint -> family.with("dpop_jkt = '%s'".formatted(thumbprint)));
      twin = new FamilyTwin(kind);
    }

    void step() {
      switch (random.nextInt(16)) {
        case 0, 1, 2, 3 -> show(held, 1);
        case 4 -> show(Math.max(1, held - 1), 1);
        case 5 -> show(held, TOGETHER);
        case 6 -> show(Math.max(1, held - 1), TOGETHER);
        case 7 -> {
          if (random.nextInt(6) == 0) {
            show(random.nextLong(1, held + 1), 1);
          }
        }
        case 8 -> lose();
        case 9, 10, 11 -> pass(random.nextInt(1, 5));
        case 12 -> pass(random.nextInt(4) == 0 ? 26 : 3);
        case 13 -> backUp();
        case 14 -> restore();
        default -> revoke();
      }
    }

    /** Every answer is compared; the row, which takes longer to read, now and then. */
    void look() {
      assertThat(family.read())
          .returns(twin.generation, StoredFamily.Row::generation)
          .returns(twin.used, StoredFamily.Row::currentUsed)
          .returns(twin.late, StoredFamily.Row::lateReplay)
          .returns(twin.revoked, row -> !row.revocation().isEmpty());
    }

    private void show(long generation, int times) {
      var expected = Stream.generate(() -> twin.show(generation)).limit(times).sorted().toList();
      var answers = refresh(generation, times);
      assertThat(answers).isEqualTo(expected);
      answers.stream()
          .filter(answer -> Character.isDigit(answer.charAt(0)))
          .forEach(answer -> held = Long.parseLong(answer));
    }

    /** The answer is lost: the device still holds the token that it has shown. */
    private void lose() {
      assertThat(refresh(held, 1)).containsExactly(twin.show(held));
    }

    private void pass(int steps) {
      family.age(Duration.ofSeconds(25L * steps));
      twin.now += 25 * steps;
    }

    private void backUp() {
      if (!twin.revoked) {
        backup = twin.copy();
      }
    }

    private void restore() {
      if (backup == null) {
        return;
      }
      twin.restore(backup);
      family.with(
          """
          generation = %d, current_used = %s, late_replay = %s, revoked_at = null, revocation = null,
          rotated_at = created_at + interval '%d seconds',
          last_seen_at = created_at + interval '%d seconds'
          """
              .formatted(twin.generation, twin.used, twin.late, twin.rotatedAt, twin.usedAt));
    }

    private void revoke() {
      if (random.nextInt(8) == 0) {
        family.with("revoked_at = clock_timestamp(), revocation = 'CLIENT'");
        twin.revoked = true;
      }
    }

    private List<String> refresh(long generation, int times) {
      var request =
          new RefreshRequest(
              family.token(generation),
              client,
              Optional.empty(),
              Optional.empty(),
              key,
              "192.0.2.8");
      var refreshes = Collections.nCopies(times, Uni.createFrom().deferred(() -> ask(request)));
      return Uni.join().all(refreshes).andFailFast().await().atMost(PATIENCE).stream()
          .sorted()
          .toList();
    }

    private Uni<String> ask(RefreshRequest request) {
      return present(grant)
          .refresh(request)
          .map(this::name)
          .onFailure(OAuthException.class)
          .recoverWithItem(RandomFamiliesTest::refusal);
    }

    /** The generation of the token, whose text must be that of everybody's. */
    private String name(Refreshed refreshed) {
      var token = refreshed.refreshToken();
      if (token == null) {
        return FamilyTwin.KEEP;
      }
      var generation = Long.parseLong(token.split("\\.", -1)[2]);
      assertThat(token).isEqualTo(family.token(generation));
      return Long.toString(generation);
    }
  }

  private static String refusal(Throwable failure) {
    assertThat(((OAuthException) failure).error()).isEqualTo(OAuthError.INVALID_GRANT);
    return FamilyTwin.REFUSED;
  }

  private static <T> T present(@Nullable T injected) {
    if (injected == null) {
      throw new IllegalStateException("not injected");
    }
    return injected;
  }
}
