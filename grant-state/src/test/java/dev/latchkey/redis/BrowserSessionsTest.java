package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.UserCode;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.OpenedGrant;
import dev.latchkey.session.SessionId;
import dev.latchkey.session.SignedIn;
import dev.latchkey.stores.RedisStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class BrowserSessionsTest {

  private static final SignedIn ALICE =
      SignedIn.locally("alice", 3, Instant.ofEpochSecond(1767225600), Set.of("pwd", "otp"));
  private static final OpenedGrant TELLY =
      new OpenedGrant(new GrantId("telly"), new UserCode("WDJBMJHT"), List.of());
  private static final OpenedGrant PRINTER =
      new OpenedGrant(new GrantId("printer"), new UserCode("BCDFGHJK"), List.of("de", "fr"));

  private final RedisStore redis;
  private final Pod pod;

  BrowserSessionsTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void aNewSessionIsFoundAndNobodyIsSignedIn() {
    // Given
    var session = start();

    // When
    var found = find(session);

    // Then
    assertThat(found).contains(session);
    assertThat(session.person()).isEmpty();
  }

  @Test
  void sessionsShareNothing() {
    // When
    var one = start();
    var other = start();

    // Then
    assertThat(one.id()).isNotEqualTo(other.id());
    assertThat(one.browser()).isNotEqualTo(other.browser());
    assertThat(one.csrfToken()).isNotEqualTo(other.csrfToken());
  }

  @Test
  void onlyTheDigestOfTheCookieIsInRedis() {
    // When
    var session = start();

    // Then
    var stored = redis.hash(key(session));
    assertThat(stored).containsEntry("csrf", session.csrfToken());
    assertThat(stored.values()).doesNotContain(session.id().value());
  }

  @Test
  void aCookieThatNobodyHasFindsNothing() {
    // When
    var found = answer(pod.sessions.find(SessionId.random()));

    // Then
    assertThat(found).isEmpty();
  }

  @Test
  void anUnusedSessionEndsAfterHalfAnHour() {
    // Given
    var session = start();

    // When
    var end = redis.end(key(session));

    // Then
    assertThat(end)
        .isCloseTo(redis.now().plus(Duration.ofMinutes(30)), within(5, ChronoUnit.SECONDS));
  }

  @Test
  void usingASessionKeepsItFromBecomingIdle() {
    // Given
    var session = start();
    redis.execute("PEXPIRE", key(session), "60000");

    // When
    find(session);

    // Then
    assertThat(redis.end(key(session)))
        .isCloseTo(redis.now().plus(Duration.ofMinutes(30)), within(5, ChronoUnit.SECONDS));
  }

  @Test
  void howeverMuchUsedASessionEndsAfterTwelveHours() {
    // Given
    var session = start();
    endsIn(session, Duration.ofMinutes(10));

    // When
    find(session);

    // Then
    assertThat(redis.end(key(session)))
        .isCloseTo(redis.now().plus(Duration.ofMinutes(10)), within(5, ChronoUnit.SECONDS));
  }

  @Test
  void theTwelveHoursCountFromTheStart() {
    // When
    var session = start();

    // Then
    var end = Long.parseLong(redis.hash(key(session)).getOrDefault("ends_at", "0"));
    assertThat(Instant.ofEpochMilli(end))
        .isCloseTo(redis.now().plus(Duration.ofHours(12)), within(5, ChronoUnit.SECONDS));
  }

  @Test
  void aSessionPastItsEndIsGone() {
    // Given
    var session = start();
    endsIn(session, Duration.ofSeconds(-1));

    // When
    var found = find(session);

    // Then
    assertThat(found).isEmpty();
    assertThat(redis.has(key(session))).isFalse();
  }

  @Test
  void aGrantIsFoundAgainByItsHandle() {
    // Given
    var session = start();

    // When
    var telly = answer(pod.sessions.remember(session, TELLY));
    var printer = answer(pod.sessions.remember(session, PRINTER));

    // Then
    var found = find(session).orElseThrow();
    assertThat(found.grant(telly)).contains(TELLY);
    assertThat(found.grant(printer)).contains(PRINTER);
    assertThat(found.grant("made-up")).isEmpty();
  }

  @Test
  void aGrantHasOneHandleInASessionAndAnotherInTheNext() {
    // Given
    var session = start();
    var handle = answer(pod.sessions.remember(session, TELLY));

    // When
    var again = answer(pod.sessions.remember(session, TELLY));
    var elsewhere = answer(pod.sessions.remember(start(), TELLY));

    // Then
    assertThat(again).isEqualTo(handle).doesNotContain(TELLY.grant().value());
    assertThat(elsewhere).isNotEqualTo(handle);
  }

  @Test
  void rememberingDoesNotReviveASessionThatHasEnded() {
    // Given
    var session = start();
    answer(pod.sessions.end(session.id()).replaceWith(true));

    // When
    answer(pod.sessions.remember(session, TELLY));

    // Then
    assertThat(redis.has(key(session))).isFalse();
  }

  @Test
  void aSignInGoesOnUnderANewNameWithTheSameBrowserAndGrants() {
    // Given
    var session = start();
    var handle = answer(pod.sessions.remember(session, TELLY));

    // When
    var signedIn = answer(pod.sessions.signIn(session, ALICE));

    // Then
    assertThat(signedIn.id()).isNotEqualTo(session.id());
    assertThat(signedIn.csrfToken()).isNotEqualTo(session.csrfToken());
    assertThat(signedIn.browser()).isEqualTo(session.browser());
    assertThat(signedIn.person()).contains(ALICE);
    assertThat(signedIn.grant(handle)).contains(TELLY);
    assertThat(find(signedIn)).contains(signedIn);
  }

  @Test
  void nobodyIsSignedInUnderTheOldCookieWhichIsDeadInSeconds() {
    // Given
    var session = start();

    // When
    answer(pod.sessions.signIn(session, ALICE));

    // Then
    assertThat(find(session))
        .hasValueSatisfying(
            old -> {
              assertThat(old.person()).isEmpty();
              assertThat(old.retiredFor()).contains("alice");
            });
    assertThat(redis.end(key(session))).isBeforeOrEqualTo(redis.now().plus(Duration.ofSeconds(10)));
  }

  @Test
  void theSecondClickOfASignInFindsItsGrantsAndNobodyElses() {
    // Given
    var session = start();
    var handle = answer(pod.sessions.remember(session, TELLY));
    answer(pod.sessions.signIn(session, ALICE));
    var bob = SignedIn.locally("bob", 0, Instant.ofEpochSecond(1767225600), Set.of("pwd"));

    // When
    var again = answer(pod.sessions.signIn(session, ALICE));
    var another = answer(pod.sessions.signIn(session, bob));

    // Then
    assertThat(again.browser()).isEqualTo(session.browser());
    assertThat(again.grant(handle)).contains(TELLY);
    assertThat(another.browser()).isNotEqualTo(session.browser());
    assertThat(another.grants()).isEmpty();
  }

  @Test
  void usingTheOldCookieDoesNotProlongIt() {
    // Given
    var session = start();
    answer(pod.sessions.signIn(session, ALICE));

    // When
    find(session);

    // Then
    assertThat(redis.end(key(session))).isBeforeOrEqualTo(redis.now().plus(Duration.ofSeconds(10)));
  }

  @Test
  void whenSomebodyElseSignsInTheOldCookieIsDead() {
    // Given
    var session = answer(pod.sessions.signIn(start(), ALICE));
    var bob = SignedIn.locally("bob", 0, Instant.ofEpochSecond(1767225600), Set.of("pwd"));

    // When
    answer(pod.sessions.signIn(session, bob));

    // Then
    assertThat(find(session)).isEmpty();
  }

  @Test
  void aGrantHasTheSameHandleAfterASignIn() {
    // Given
    var session = start();
    var handle = answer(pod.sessions.remember(session, TELLY));
    var signedIn = answer(pod.sessions.signIn(session, ALICE));

    // When
    var again = answer(pod.sessions.remember(signedIn, TELLY));

    // Then
    assertThat(again).isEqualTo(handle);
  }

  @Test
  void aPersonWhoseWayOfSigningInIsNotKnownIsStillThatPerson() {
    // Given
    var unknown = SignedIn.locally("alice", 3, Instant.ofEpochSecond(1767225600), Set.of());
    var session = answer(pod.sessions.signIn(start(), unknown));

    // When
    var found = find(session);

    // Then
    assertThat(found.orElseThrow().person()).contains(unknown);
  }

  @Test
  void anEndedSessionIsDeadAndEndingItTwiceIsNoError() {
    // Given
    var session = start();

    // When
    answer(pod.sessions.end(session.id()).replaceWith(true));
    answer(pod.sessions.end(session.id()).replaceWith(true));

    // Then
    assertThat(find(session)).isEmpty();
  }

  @Test
  void onlyTheLastTwentyGrantsAreKnown() {
    // Given
    var session = start();
    var handles = IntStream.range(0, 22).mapToObj(i -> remember(session, grant(i))).toList();

    // When
    remember(session, grant(3));
    remember(session, grant(22));

    // Then
    var known = find(session).orElseThrow().grants().keySet();
    assertThat(known).hasSize(20).contains(handles.get(3)).doesNotContain(handles.get(2));
  }

  @Test
  void aSignInKeepsTheirOrder() {
    // Given
    var session = start();
    IntStream.range(0, 20).forEach(i -> remember(session, grant(i)));
    var signedIn = answer(pod.sessions.signIn(session, ALICE));

    // When
    remember(signedIn, grant(20));

    // Then
    assertThat(find(signedIn).orElseThrow().grants().values())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).mapToObj(this::grant).toList());
  }

  private String remember(BrowserSession session, OpenedGrant grant) {
    return answer(pod.sessions.remember(session, grant));
  }

  private OpenedGrant grant(int number) {
    return new OpenedGrant(new GrantId("grant-" + number), new UserCode("WDJBMJHT"), List.of("de"));
  }

  private BrowserSession start() {
    return answer(pod.sessions.start());
  }

  private Optional<BrowserSession> find(BrowserSession session) {
    return answer(pod.sessions.find(session.id()));
  }

  private void endsIn(BrowserSession session, Duration time) {
    var end = Long.toString(redis.now().plus(time).toEpochMilli());
    redis.execute("HSET", key(session), "ends_at", end);
  }

  private static String key(BrowserSession session) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(session.id().value().getBytes(UTF_8));
      return "session:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
