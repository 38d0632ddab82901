package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.AHEAD;
import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.BARE;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.stores.StoredGrant.TV;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.audit.AuditEntry;
import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantNews.News;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.Handover;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Proof;
import dev.latchkey.grant.UserCode;
import dev.latchkey.limit.Attempt;
import dev.latchkey.limit.Backoff;
import dev.latchkey.limit.Limit;
import dev.latchkey.limit.Reservation;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.Challenges.Ceremony;
import dev.latchkey.session.EnteredCode;
import dev.latchkey.session.OpenedGrant;
import dev.latchkey.session.SessionId;
import dev.latchkey.session.SignedIn;
import dev.latchkey.stores.RedisProcess;
import dev.latchkey.ticket.DeviceAction.UnlinkAll;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Redis that is away is never an answer, is noticed in time, and is found again. */
class FrozenRedisTest {

  /** What a request may wait for Redis. */
  private static final Duration IN_TIME = Duration.ofSeconds(2);

  /** Well below what a call may wait for its answer. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Limit LIMIT = new Limit("frozen", 1, A_MINUTE);
  private static final Backoff BACKOFF = new Backoff("frozen", 1, A_MINUTE, A_MINUTE, A_MINUTE);
  private static final int CROWD = 5000;
  private static final String ISSUER = "https://id.example.com";

  private static RedisProcess redis;

  private Pod pod;

  @BeforeAll
  static void start() {
    redis = RedisProcess.start();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @BeforeEach
  void connect() {
    pod = Pod.of(FrozenRedisTest::client);
  }

  @AfterEach
  void runsAgain() {
    redis.revive();
    redis.thaw();
  }

  @Test
  void eachVerbFailsInTime() {
    // Given
    pod.poll(DeviceCode.random());
    redis.freeze();

    // When
    var failures = failures(verbs(pod));

    // Then
    assertThat(failures)
        .hasSize(verbs(pod).size())
        .hasOnlyElementsOfType(GrantStoreException.class);
  }

  @Test
  void eachVerbFailsInTimeBeforeThereIsAConnection() {
    // Given
    redis.freeze();

    // When
    var failures = failures(verbs(pod));

    // Then
    assertThat(failures)
        .hasSize(verbs(pod).size())
        .hasOnlyElementsOfType(GrantStoreException.class);
  }

  @Test
  void eachVerbFailsInTimeWhenRedisIsDown() {
    // Given
    pod.poll(DeviceCode.random());
    redis.kill();

    // When
    var failures = failures(verbs(pod));

    // Then
    assertThat(failures)
        .hasSize(verbs(pod).size())
        .hasOnlyElementsOfType(GrantStoreException.class);
  }

  @Test
  void asManyVerbsAreTriedAsThereAre() {
    // Given
    var interfaces =
        Stream.of(Pod.class.getDeclaredFields())
            .flatMap(field -> Stream.of(field.getType().getInterfaces()))
            .distinct();

    // When
    var promised =
        interfaces
            .flatMap(type -> Stream.of(type.getMethods()))
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .filter(method -> method.getReturnType() == Uni.class);

    // Then
    assertThat(promised).hasSameSizeAs(verbs(pod));
  }

  @Test
  void aCrowdOfPollsFailsInTime() {
    // Given
    redis.freeze();
    var polls = new ArrayList<Supplier<Uni<?>>>();
    for (var i = 0; i < CROWD; i++) {
      polls.add(
          () ->
              pod.redemption.poll(DeviceCode.random().grantId(), TV, Proof.NONE, Optional.empty()));
    }

    // When
    var failures = failures(polls);

    // Then
    assertThat(failures).hasSize(CROWD).hasOnlyElementsOfType(GrantStoreException.class);
  }

  @Test
  void afterAThawTheSameObjectsGoOn() {
    // Given
    var code = pending().save(redis);
    redis.freeze();
    failures(verbs(pod));
    redis.thaw();

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(Waiting.PENDING);
  }

  @Test
  void afterARestartTheSameObjectsGoOn() {
    // Given
    pod.poll(DeviceCode.random());
    redis.restart();
    var code = pending().save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(Waiting.PENDING);
  }

  @Test
  void afterARestartUnderLoadTheSameObjectsGoOn() {
    // Given
    redis.kill();
    failures(verbs(pod));
    redis.restart();
    var code = pending().save(redis);

    // When
    var outcome =
        eventually(() -> pod.redemption.poll(code.grantId(), TV, Proof.NONE, Optional.empty()));

    // Then
    assertThat(outcome).isEqualTo(Waiting.PENDING);
  }

  @Test
  void aServerThatHasForgottenTheScriptsGetsThemAgain() {
    // Given
    pod.poll(DeviceCode.random());
    redis.execute("SCRIPT", "FLUSH");

    // When
    var outcome = pod.poll(DeviceCode.random());

    // Then
    assertThat(outcome).isEqualTo(Refused.UNKNOWN);
  }

  @Test
  void whoListenedToAServerThatWentAwayIsToldWhenItIsBack() {
    // Given
    var heard = Heard.from(pod, DeviceCode.random());
    redis.restart();

    // When
    var news = heard.next();

    // Then
    assertThat(news).isEqualTo(News.MISSED);
  }

  @Test
  void whoListensToAServerThatIsKnownToBeAwayIsToldAtOnce() {
    // Given
    redis.kill();
    List<Supplier<Uni<?>>> listening =
        List.of(() -> pod.news.listen(DeviceCode.random().grantId(), news -> {}));
    failures(listening);
    var start = Instant.now();

    // When
    failures(listening);

    // Then
    assertThat(Duration.between(start, Instant.now())).isLessThan(AT_ONCE);
    redis.restart();
    var unused = eventually(() -> pod.news.listen(DeviceCode.random().grantId(), news -> {}));
  }

  @Test
  void aConnectionThatHearsNoNewsForLongIsKept() {
    // Given
    var options =
        Topology.options(List.of(redis.uri().toString()))
            .setNetClientOptions(new NetClientOptions().setReadIdleTimeout(5));
    var heard =
        Heard.from(
            Pod.of(() -> Redis.createClient(Topology.vertx(), options)), DeviceCode.random());

    // When
    Awaitility.await().pollDelay(Duration.ofSeconds(6)).until(() -> true);

    // Then
    assertThat(heard.isSilent()).isTrue();
  }

  /** Every verb that services may call. */
  private static List<Supplier<Uni<?>>> verbs(Pod pod) {
    var grant = DeviceCode.random().grantId();
    var claim = new ClaimId("claim");
    var session =
        new BrowserSession(
            SessionId.random(), PHONE, "csrf", Optional.empty(), Optional.empty(), Map.of());
    var person = SignedIn.locally("alice", 0, Instant.EPOCH, Set.of("pwd"));
    var code = new UserCode("WDJBMJHT");
    return List.of(
        () -> pod.issuance.create(BARE),
        () -> pod.issuance.createApproved(BARE, AHEAD),
        () -> pod.challenges.issue(session.id(), Ceremony.SIGN_IN),
        () -> pod.challenges.use(session.id(), Ceremony.SIGN_IN, Challenge.random()),
        () -> pod.decisions.lookUp(code, PHONE),
        () -> pod.decisions.lookUp(grant, PHONE),
        () -> pod.decisions.open(grant, PHONE),
        () -> pod.decisions.decide(grant, PHONE, APPROVE),
        () -> pod.redemption.poll(DeviceCode.random().grantId(), TV, Proof.NONE, Optional.empty()),
        () -> pod.redemption.pollAgain(DeviceCode.random().grantId(), TV, Proof.NONE),
        () -> pod.redemption.complete(grant, claim),
        () -> pod.redemption.complete(grant, claim, new Handover("sealed", null)),
        () -> pod.redemption.release(grant, claim, true),
        () -> pod.redemption.refuse(grant, claim),
        () -> pod.sessions.start(),
        () -> pod.sessions.find(SessionId.random()),
        () -> pod.sessions.remember(session, new OpenedGrant(grant, code, List.of())),
        () -> pod.sessions.signIn(session, person),
        () -> pod.sessions.end(SessionId.random()),
        () -> pod.logouts.isFirst(ISSUER, "jti"),
        () -> pod.logouts.use(ISSUER, "jti", A_MINUTE),
        () -> pod.logouts.endSession(ISSUER, "sid"),
        () -> pod.logouts.endAll(ISSUER, "alice"),
        () -> pod.tickets.issue(new Ticket("alice", new UnlinkAll())),
        () -> pod.tickets.take(TicketId.random()),
        () -> pod.oneTimeIds.useProof("thumbprint", "jti", A_MINUTE),
        () -> pod.oneTimeIds.useAssertion(TV, "jti", A_MINUTE),
        () -> pod.revokedTokens.revoke("jti", A_MINUTE),
        () -> pod.revokedTokens.isRevoked("jti"),
        () -> pod.nonces.current(),
        () -> pod.nonces.accepts("nonce"),
        () -> pod.limiter.take(LIMIT, "somebody"),
        () -> pod.limiter.giveBack(new Reservation(LIMIT, "somebody", 1)),
        () -> pod.limiter.count(LIMIT, "somebody", 2),
        () -> pod.limiter.counted(LIMIT, "somebody"),
        () -> pod.backoffs.attempt(BACKOFF, "somebody"),
        () -> pod.backoffs.succeeded(new Attempt(BACKOFF, "somebody", 1)),
        () -> pod.backoffs.giveBack(new Attempt(BACKOFF, "somebody", 1)),
        () -> pod.alarms.raise("alarm", A_MINUTE),
        () -> pod.alarms.look("alarm"),
        () -> pod.pressure.report(UUID.randomUUID(), 50),
        () -> pod.pressure.now(),
        () -> pod.liveCodes.count(List.of()),
        () -> pod.backlog.read(UUID.randomUUID(), 1),
        () -> pod.backlog.done(List.of(new AuditEntry("1-1", ""))),
        () -> pod.backlog.setAside(List.of(new AuditEntry("1-1", ""))),
        () -> pod.backlog.size(),
        () -> pod.typedCodes.keep(PHONE, new EnteredCode(code, true)),
        () -> pod.typedCodes.take(PHONE),
        () -> pod.news.listen(grant, news -> {}));
  }

  /** Starts all calls at once; what they failed with, in the time that a request has. */
  private static List<Throwable> failures(List<Supplier<Uni<?>>> calls) {
    var failures =
        calls.stream()
            .map(
                call ->
                    call.get()
                        .onItem()
                        .<Throwable>transform(item -> new AssertionError("answered " + item))
                        .onFailure()
                        .recoverWithItem(failure -> failure))
            .toList();
    return Uni.join().all(failures).andFailFast().await().atMost(IN_TIME);
  }

  private static <T> T eventually(Supplier<Uni<T>> call) {
    return Uni.createFrom()
        .<T>deferred(call::get)
        .onFailure(GrantStoreException.class)
        .retry()
        .withBackOff(Duration.ofMillis(20))
        .atMost(20)
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  private static Redis client() {
    return Redis.createClient(Topology.vertx(), Topology.options(List.of(redis.uri().toString())));
  }
}
