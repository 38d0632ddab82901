package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.DENY;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantNews.News;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class GrantNewsTest {

  private static final Duration BOND = Duration.ofMinutes(2);
  private static final int MANY = 300;

  private final RedisStore redis;
  private final Pod pod;

  GrantNewsTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void aDecisionIsTold() {
    // Given
    var code = pending().openedBy(PHONE, BOND).save(redis);
    var heard = Heard.from(pod, code);

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(heard.next()).isEqualTo(News.CHANGED);
    assertThat(heard.isSilent()).isTrue();
  }

  @Test
  void thatThePageShowsANumberIsTold() {
    // Given
    var code = pending().withNumberMatching().openedBy(PHONE, BOND).save(redis);
    var heard = Heard.from(pod, code);

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(heard.next()).isEqualTo(News.CHANGED);
  }

  @Test
  void aClaimThatIsGivenBackIsTold() {
    // Given
    var code = approvedBy("alice").save(redis);
    var claim = pod.claim(code).claim();
    var heard = Heard.from(pod, code);

    // When
    pod.release(code.grantId(), claim);

    // Then
    assertThat(heard.next()).isEqualTo(News.CHANGED);
  }

  @Test
  void thatAnotherPollGotTheTokensIsTold() {
    // Given
    var code = approvedBy("alice").save(redis);
    var claim = pod.claim(code).claim();
    var heard = Heard.from(pod, code);

    // When
    pod.complete(code.grantId(), claim);

    // Then
    assertThat(heard.next()).isEqualTo(News.CHANGED);
  }

  @Test
  void everybodyWhoWaitsForTheSameGrantIsTold() {
    // Given
    var code = pending().openedBy(PHONE, BOND).save(redis);
    var crowd = Stream.generate(() -> Heard.from(pod, code)).limit(3).toList();

    // When
    pod.decide(code, PHONE, DENY);

    // Then
    assertThat(crowd).allSatisfy(heard -> assertThat(heard.next()).isEqualTo(News.CHANGED));
  }

  @Test
  void nobodyIsToldOfAnotherGrant() {
    // Given
    var code = pending().openedBy(PHONE, BOND).save(redis);
    var other = Heard.from(pod, pending().save(redis));
    var own = Heard.from(pod, code);

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    own.next();
    assertThat(other.isSilent()).isTrue();
  }

  @Test
  void whoHasStoppedListeningIsToldNothing() {
    // Given
    var code = pending().openedBy(PHONE, BOND).save(redis);
    var gone = Heard.from(pod, code);
    var still = Heard.from(pod, code);
    gone.close();

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(still.next()).isEqualTo(News.CHANGED);
    assertThat(gone.isSilent()).isTrue();
  }

  @Test
  void theServerIsLeftInPeaceWhenNobodyListensAnyMore() {
    // Given
    var code = pending().save(redis);
    var heard = List.of(Heard.from(pod, code), Heard.from(pod, code));

    // When
    heard.forEach(Heard::close);

    // Then
    Awaitility.await().until(() -> listeners(code) == 0);
  }

  @Test
  void whoComesBackRightAfterLeavingHearsAsBefore() {
    // Given
    var code = pending().openedBy(PHONE, BOND).save(redis);
    for (var times = 0; times < 20; times++) {
      Heard.from(pod, code).close();
    }
    var heard = Heard.from(pod, code);

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(heard.nextBut(News.MISSED)).isEqualTo(News.CHANGED);
  }

  @Test
  void ofManyGrantsEachHearsItsOwn() {
    // Given
    var codes =
        Stream.generate(() -> pending().openedBy(PHONE, BOND).save(redis)).limit(MANY).toList();
    var heard = codes.stream().map(code -> Heard.from(pod, code)).toList();

    // When
    IntStream.range(0, MANY)
        .filter(which -> which % 2 == 0)
        .forEach(which -> pod.decide(codes.get(which), PHONE, APPROVE));

    // Then
    for (var which = 0; which < MANY; which += 2) {
      assertThat(heard.get(which).next()).isEqualTo(News.CHANGED);
    }
    for (var which = 1; which < MANY; which += 2) {
      assertThat(heard.get(which).isSilent()).isTrue();
    }
  }

  @Test
  void whoeverListensIsToldThatSomethingMayHaveBeenMissed() {
    // Given
    var code = pending().openedBy(PHONE, BOND).save(redis);
    var heard = Heard.from(pod, code);

    // When
    hangUpOnSubscribers(code);

    // Then
    assertThat(heard.next()).isEqualTo(News.MISSED);
    pod.decide(code, PHONE, APPROVE);
    assertThat(heard.nextBut(News.MISSED)).isEqualTo(News.CHANGED);
  }

  @Test
  void whoeverListensKnowsWhileTheConnectionIsLost() {
    // Given
    var code = pending().save(redis);
    var heard = Heard.from(pod, code);
    Awaitility.await().until(heard::hears);

    // When
    hangUpOnSubscribers(code);

    // Then
    Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> !heard.hears());
    assertThat(heard.next()).isEqualTo(News.MISSED);
    Awaitility.await().until(heard::hears);
  }

  @Test
  void whoComesWhileTheConnectionIsMadeAnewWaitsForIt() {
    // Given
    Heard.from(pod, pending().save(redis));
    var code = pending().openedBy(PHONE, BOND).save(redis);
    hangUpOnSubscribers(code);

    // When
    var heard = Heard.from(pod, code);

    // Then
    pod.decide(code, PHONE, APPROVE);
    assertThat(heard.nextBut(News.MISSED)).isEqualTo(News.CHANGED);
  }

  private long listeners(DeviceCode code) {
    var channel = StoredGrant.channel(code);
    var reply =
        (List<?>)
            Objects.requireNonNull(
                redis.ownerOf(channel).execute("PUBSUB", "SHARDNUMSUB", channel));
    return (Long) Objects.requireNonNull(reply.get(1));
  }

  private void hangUpOnSubscribers(DeviceCode code) {
    redis.ownerOf(StoredGrant.key(code)).execute("CLIENT", "KILL", "TYPE", "pubsub");
  }
}
