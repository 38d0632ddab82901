package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static dev.latchkey.session.Challenges.Ceremony.REGISTRATION;
import static dev.latchkey.session.Challenges.Ceremony.SIGN_IN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.session.Challenge;
import dev.latchkey.session.SessionId;
import dev.latchkey.stores.RedisStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ChallengesTest {

  private static final int CROWD = 50;

  private final Topology topology;
  private final RedisStore redis;
  private final Pod pod;
  private final SessionId session = SessionId.random();

  ChallengesTest(Topology topology) {
    this.topology = topology;
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void ofManyConcurrentUsesExactlyOneIsTheFirst() throws Exception {
    // Given
    var challenge = answer(pod.challenges.issue(session, SIGN_IN));
    var otherPod = Pod.of(topology);
    var uses = new ArrayList<Callable<Boolean>>();
    for (var i = 0; i < CROWD; i++) {
      var through = i % 2 == 0 ? pod : otherPod;
      uses.add(() -> answer(through.challenges.use(session, SIGN_IN, challenge)));
    }

    // When
    List<Boolean> used;
    try (var threads = Executors.newFixedThreadPool(CROWD)) {
      used = threads.invokeAll(uses).stream().map(Future::resultNow).toList();
    }

    // Then
    assertThat(used).hasSize(CROWD).containsOnlyOnce(true);
  }

  @Test
  void itIsOpenForFiveMinutes() {
    // When
    var challenge = answer(pod.challenges.issue(session, SIGN_IN));

    // Then
    assertThat(redis.end(key(challenge)))
        .isCloseTo(redis.now().plus(Duration.ofMinutes(5)), within(5, ChronoUnit.SECONDS));
  }

  @Test
  void anotherSessionCanNeitherUseItNorUseItUp() {
    // Given
    var challenge = answer(pod.challenges.issue(session, SIGN_IN));

    // When
    var elsewhere = answer(pod.challenges.use(SessionId.random(), SIGN_IN, challenge));

    // Then
    assertThat(elsewhere).isFalse();
    assertThat(answer(pod.challenges.use(session, SIGN_IN, challenge))).isTrue();
  }

  @Test
  void whatIsSignedToAddAPasskeySignsNobodyIn() {
    // Given
    var challenge = answer(pod.challenges.issue(session, REGISTRATION));

    // When
    var used = answer(pod.challenges.use(session, SIGN_IN, challenge));

    // Then
    assertThat(used).isFalse();
  }

  @Test
  void oneThatNobodyIssuedIsNotOpen() {
    // When
    var used = answer(pod.challenges.use(session, SIGN_IN, Challenge.random()));

    // Then
    assertThat(used).isFalse();
  }

  private String key(Challenge challenge) {
    try {
      var named = session.value() + "\0SIGN_IN\0" + challenge.value();
      var digest = MessageDigest.getInstance("SHA-256").digest(named.getBytes(UTF_8));
      return "challenge:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
