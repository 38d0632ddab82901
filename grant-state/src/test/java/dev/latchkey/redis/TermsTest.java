package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.redis.Pod.answer;
import static dev.latchkey.stores.StoredGrant.TV;
import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Proof;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredAnswer;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What many grants have in common is in Redis once; a grant without it is over (ADR 0011). */
@ParameterizedClass
@EnumSource
class TermsTest {

  private final AtomicLong nanoTime = new AtomicLong();

  private final RedisStore redis;
  private final Pod pod;

  TermsTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void holdAllThatTheRegistrySays() {
    // When
    var created = pod.create(Grants.FULL);

    // Then
    assertThat(StoredGrant.terms(redis, created.deviceCode()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("v", "1"),
                Map.entry("client_name", "Living-room TV"),
                Map.entry("client_logo", "the-logo"),
                Map.entry("scope", "openid watch"),
                Map.entry(
                    "scope_words",
                    "watch de Ihre Sendungen ansehen\nwatch en Watch your programmes"),
                Map.entry("api", "https://api.example.com/tv"),
                Map.entry("api_name", "TV programme"),
                Map.entry("api_lifetime", "3600000"),
                Map.entry("refreshable", "1"),
                Map.entry("lifetime", "600000"),
                Map.entry("mask", "****-****"),
                Map.entry("first_party", "1"),
                Map.entry("typed_code", "1"),
                Map.entry("networks", "10.20.0.0/16"),
                Map.entry("same_network", "1"),
                Map.entry("groups", "night staff")));
  }

  @Test
  void areShownOnThePageAsTheyWereWritten() {
    // Given
    var created = pod.create(Grants.FULL);

    // When
    var outcome = pod.lookUp(created.userCode(), PHONE);

    // Then
    var view = ((Open) outcome).view();
    assertThat(view.clientName()).isEqualTo(Grants.FULL.clientName());
    assertThat(view.clientLogo()).isEqualTo(Grants.FULL.clientLogo());
    assertThat(view.scope()).isEqualTo(Grants.FULL.scope());
    assertThat(view.scopeWords()).isEqualTo(Grants.FULL.scopeWords());
    assertThat(view.policy()).isEqualTo(Grants.FULL.policy());
  }

  @Test
  void areTheSameForGrantsOfWhichTheRegistrySaysTheSame() {
    // Given
    var first = pod.create(Grants.FULL);

    // When
    var second = pod.create(Grants.FULL);

    // Then
    assertThat(key(second.deviceCode())).isEqualTo(key(first.deviceCode()));
  }

  @Test
  void areOthersForGrantsOfWhichItSaysSomethingElse() {
    // Given
    var first = pod.create(Grants.FULL);

    // When
    var second = pod.create(Grants.BARE);

    // Then
    assertThat(key(second.deviceCode())).isNotEqualTo(key(first.deviceCode()));
  }

  @Test
  void outliveTheLastGrantThatNamesThem() {
    // When
    var created = pod.create(Grants.BARE);

    // Then
    assertThat(redis.end(key(created.deviceCode())))
        .isCloseTo(redis.now().plus(Duration.ofMinutes(30)), within(5, ChronoUnit.SECONDS));
  }

  @Test
  void areNotWrittenAgainForEachGrant() {
    // Given
    var terms = pod.terms(nanoTime::get);
    var digest = answer(terms.keep(unlikeOthers()));
    redis.execute("DEL", RedisKey.terms(digest));
    nanoTime.addAndGet(RedisTerms.WRITTEN_AGAIN.toNanos() - 1);

    // When
    answer(terms.keep(unlikeOthers()));

    // Then
    assertThat(redis.has(RedisKey.terms(digest))).isFalse();
  }

  @Test
  void areBackAfterAFewSecondsIfRedisForgotThem() {
    // Given
    var terms = pod.terms(nanoTime::get);
    var digest = answer(terms.keep(unlikeOthers()));
    redis.execute("DEL", RedisKey.terms(digest));
    nanoTime.addAndGet(RedisTerms.WRITTEN_AGAIN.toNanos());

    // When
    var again = answer(terms.keep(unlikeOthers()));

    // Then
    assertThat(again).isEqualTo(digest);
    assertThat(redis.has(RedisKey.terms(digest))).isTrue();
  }

  @Test
  void areRememberedByWhoeverReadThem() {
    // Given
    var code = ofItsOwn(pending()).save(redis);
    pod.lookUp(code, PHONE);
    redis.execute("DEL", key(code));

    // When
    var outcome = pod.lookUp(code, PHONE);

    // Then
    assertThat(outcome).isInstanceOf(Open.class);
  }

  @Test
  void aPollThatWaitsDoesNotNeedThem() {
    // Given
    var code = withLostTerms(pending());

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(Waiting.PENDING);
  }

  @Test
  void aPageWithoutThemSaysThatTheCodeIsOver() {
    // Given
    var code = withLostTerms(pending());

    // When
    var outcome = pod.open(code, PHONE);

    // Then
    assertThat(outcome).isEqualTo(Closed.EXPIRED);
  }

  @Test
  void aPageThatShowsANumberWithoutThemSaysSoToo() {
    // Given
    var code = withLostTerms(pending().confirming("47").openedBy(PHONE, Duration.ofMinutes(1)));

    // When
    var outcome = pod.lookUp(code, PHONE);

    // Then
    assertThat(outcome).isEqualTo(Closed.EXPIRED);
  }

  @Test
  void aClaimWithoutThemIsGivenBackAndTheDeviceToldToAskAnew() {
    // Given
    var code = withLostTerms(approvedBy("alice"));

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(Refused.EXPIRED);
    assertThat(StoredGrant.read(redis, code))
        .containsEntry("state", "APPROVED")
        .doesNotContainKeys("claim", "released");
  }

  @Test
  void anApprovedGrantWhoseTermsAreBackIsDelivered() {
    // Given
    var grant = ofItsOwn(approvedBy("alice"));
    var code = grant.save(redis);
    redis.execute("DEL", key(code));
    pod.poll(code);
    grant.save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isInstanceOf(Granted.class);
  }

  @Test
  void anAnswerThatWasLostIsNotRepeatedWithoutThem() {
    // Given
    var proof = new Proof("challenge", null);
    var code = withLostTerms(StoredGrant.redeemedBy("alice").boundTo(proof));
    StoredAnswer.save(redis, code, new ClaimId("claim"), "sealed", Duration.ofSeconds(5));

    // When
    var outcome = pod.poll(code, TV, proof);

    // Then
    assertThat(outcome).isEqualTo(Refused.UNKNOWN);
  }

  @Test
  void aStoreThatDoesNotTellThemIsNoAnswerAndTheClaimIsGivenBack() {
    // Given
    var code = withLostTerms(approvedBy("alice"));
    redis.execute("LPUSH", key(code), "not a string");

    // When
    var poll = redemption(code);

    // Then
    assertThatThrownBy(poll::run).isInstanceOf(GrantStoreException.class);
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "APPROVED");
  }

  @Test
  void aTextThatIsNotTheOneOfItsDigestIsNotBelieved() {
    // Given
    var code = withLostTerms(approvedBy("alice"));
    var another = pending().with("api", "https://api.example.com/bank").save(redis);
    redis.execute("SET", key(code), Objects.toString(redis.execute("GET", key(another))));

    // When
    var poll = redemption(code);

    // Then
    assertThatThrownBy(poll::run).isInstanceOf(IllegalStateException.class);
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "APPROVED");
  }

  private Runnable redemption(DeviceCode code) {
    return () -> pod.poll(code);
  }

  private Terms unlikeOthers() {
    var terms = Terms.of(Grants.BARE);
    return new Terms(
        terms.clientName() + pod.hashCode(),
        terms.clientLogo(),
        terms.scope(),
        terms.scopeWords(),
        terms.api(),
        terms.refreshable(),
        terms.lifetime(),
        terms.mask(),
        terms.policy());
  }

  /** In terms that no other test reads or writes. */
  private static StoredGrant ofItsOwn(StoredGrant grant) {
    return grant.with("client_name", UUID.randomUUID().toString());
  }

  private DeviceCode withLostTerms(StoredGrant grant) {
    var code = ofItsOwn(grant).save(redis);
    redis.execute("DEL", key(code));
    return code;
  }

  private String key(DeviceCode code) {
    return StoredGrant.termsKey(redis, code);
  }
}
