package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.session.UpstreamSession;
import dev.latchkey.stores.RedisStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On another pod than the one that was told. */
class UpstreamLogoutsTest {

  private static final String ISSUER = "https://id.example.com";

  private final RedisStore redis = Topology.STANDALONE.store();
  private final Pod pod = Pod.of(Topology.STANDALONE);
  private final Pod another = Pod.of(Topology.STANDALONE);
  private final String subject = UUID.randomUUID().toString();

  @Test
  void aSessionEndsWithTheOneItBeganWithAndNoOther() {
    // Given
    var phone = signIn("sid-1-" + subject);
    var laptop = signIn("sid-2-" + subject);

    // When
    answer(another.logouts.endSession(ISSUER, "sid-1-" + subject));

    // Then
    assertThat(find(phone)).isEmpty();
    assertThat(find(laptop)).isPresent();
    assertThat(redis.hash(RedisKey.session(phone.id()))).isEmpty();
  }

  @Test
  void allOfAPersonsSessionsEnd() {
    // Given
    var phone = signIn(null);
    var laptop = signIn("sid-3-" + subject);

    // When
    answer(another.logouts.endAll(ISSUER, subject));

    // Then
    assertThat(find(phone)).isEmpty();
    assertThat(find(laptop)).isEmpty();
  }

  @Test
  void aSignInAfterALogoutIsNotEndedByIt() {
    // Given
    answer(another.logouts.endAll(ISSUER, subject));
    redis.execute("SET", RedisKey.endedPerson(ISSUER, subject), Long.toString(aMinuteAgo()));

    // When
    var later = signIn(null);

    // Then
    assertThat(find(later)).isPresent();
  }

  @Test
  void nobodyElsesSessionEnds() {
    // Given
    var session = signIn("sid-4-" + subject);

    // When
    answer(another.logouts.endAll("https://other.example.com", subject));
    answer(another.logouts.endSession("https://other.example.com", "sid-4-" + subject));
    answer(another.logouts.endAll(ISSUER, "somebody else"));

    // Then
    assertThat(find(session)).isPresent();
  }

  @Test
  void aMarkIsKeptForAsLongAsASessionCanLive() {
    // When
    answer(pod.logouts.endAll(ISSUER, subject));

    // Then
    var left = String.valueOf(redis.execute("PTTL", RedisKey.endedPerson(ISSUER, subject)));
    assertThat(Long.parseLong(left))
        .isBetween(Duration.ofMinutes(719).toMillis(), Duration.ofHours(12).toMillis());
  }

  @Test
  void aLogoutTokenIsGoodOnce() {
    // Given
    assertThat(answer(pod.logouts.isFirst(ISSUER, subject))).isTrue();

    // When
    answer(pod.logouts.use(ISSUER, subject, Duration.ofMinutes(5)));

    // Then
    assertThat(answer(another.logouts.isFirst(ISSUER, subject))).isFalse();
    assertThat(answer(another.logouts.isFirst("https://other.example.com", subject))).isTrue();
  }

  private BrowserSession signIn(@Nullable String sid) {
    var there = new UpstreamSession("corp", ISSUER, subject, sid, Set.of());
    var person = new SignedIn("alice", 0, Instant.EPOCH, Set.of(), null, Optional.of(there));
    return answer(pod.sessions.signIn(answer(pod.sessions.start()), person));
  }

  private Optional<BrowserSession> find(BrowserSession session) {
    return answer(pod.sessions.find(session.id()));
  }

  private long aMinuteAgo() {
    return redis.now().minus(Duration.ofMinutes(1)).toEpochMilli();
  }
}
