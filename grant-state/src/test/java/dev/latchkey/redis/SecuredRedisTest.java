package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.BARE;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.redis.Pod.answer;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.credentials.RedisCredentials;
import dev.latchkey.grant.CompleteOutcome;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantNews.News;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.limit.Limit;
import dev.latchkey.limit.LimitOutcome;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As {@code docs/redis.md} says: each topology, TLS, a user with few rights, and a token. */
@QuarkusTest
@TestProfile(SecuredRedisTest.Settings.class)
@QuarkusTestResource(value = SecuredRedis.class, restrictToAnnotatedClass = true)
class SecuredRedisTest {

  /** What services have from their other library. */
  public static final class Settings implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.devservices.enabled", "false");
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Limit LIMIT = new Limit("secured", 5, Duration.ofMinutes(1));

  @Inject RedisCredentials credentials;
  @Inject TlsConfigurationRegistry tls;
  @Inject ProxyConfigurationRegistry proxies;

  private @Nullable SecuredRedis redis;

  @AfterEach
  void writeTheRightPassword() {
    redis().password(SecuredRedis.PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"standalone", "sentinel", "cluster"})
  void aGrantLivesItsLife(String topology) {
    // Given
    var pod = pod(topology);
    var code = pod.create(BARE).deviceCode();
    var heard = Heard.from(pod, code);
    var first = pod.poll(code);
    pod.open(code, PHONE);

    // When
    var decided = pod.decide(code, PHONE, APPROVE);

    // Then
    var claim = pod.claim(code).claim();
    assertThat(first).isEqualTo(Waiting.PENDING);
    assertThat(decided).isEqualTo(DecisionOutcome.RECORDED);
    assertThat(heard.next()).isEqualTo(News.CHANGED);
    assertThat(pod.complete(code.grantId(), claim)).isEqualTo(CompleteOutcome.COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"standalone", "sentinel", "cluster"})
  void sessionsLimitsAndAuditEventsAreKept(String topology) {
    // Given
    var pod = pod(topology);
    pod.audit.append("{\"event\":\"first\"}");

    // When
    var session = answer(pod.sessions.start());
    var taken = answer(pod.limiter.take(LIMIT, "somebody"));

    // Then
    assertThat(answer(pod.sessions.find(session.id()))).isPresent();
    assertThat(taken).isInstanceOf(LimitOutcome.Allowed.class);
    var reader = UUID.randomUUID();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> answer(pod.backlog.read(reader, 10)), events -> events.size() == 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stranger", "elsewhere"})
  void aServerThatIsNotTheOneIsNotBelieved(String client) {
    // Given
    var pod = Pod.of(clients(client));

    // When
    var failure = refusal(pod);

    // Then
    assertThat(failure).isInstanceOf(GrantStoreException.class);
    assertThat(failure).hasStackTraceContaining("SSLHandshakeException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"standalone", "sentinel", "cluster"})
  void aWrongPasswordIsAFailureUntilItIsMended(String topology) {
    // Given
    redis().password("wrong/token");
    var pod = Pod.of(clients(topology));
    var reach = new RedisReach(Topology.vertx(), clients(topology));
    reach.begin(new StartupEvent());
    var failure = refusal(pod);
    var reached = reach.hasBeenReached();

    // When
    redis().password(SecuredRedis.PASSWORD);

    // Then
    assertThat(failure).isInstanceOf(GrantStoreException.class);
    assertThat(failure).hasStackTraceContaining("WRONGPASS");
    assertThat(failure.getCause()).hasMessageNotContaining("token");
    assertThat(reached).isFalse();
    Awaitility.await().atMost(PATIENCE).until(reach::hasBeenReached);
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreException(GrantStoreException.class)
        .until(() -> pod.poll(DeviceCode.random()) != null);
  }

  /** On a busy machine the first handshakes may take longer than a call may. */
  private static Throwable refusal(Pod pod) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> catchThrowable(() -> pod.poll(DeviceCode.random())),
            failure -> !(failure.getCause() instanceof TimeoutException));
  }

  @Test
  void aTokenThatIsRenewedTakesThePlaceOfTheOldOneBeforeThatEnds() {
    // Given
    var pod = pod("standalone");
    var code = pending().openedBy(PHONE, Duration.ofMinutes(2)).save(redis().standalone);
    var heard = Heard.from(pod, code);
    var old = connections();
    redis().standalone.execute("ACL", "SETUSER", "latchkey", ">second/token");

    // When
    redis().password("second/token");

    // Then
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              pod.poll(DeviceCode.random());
              return connections().stream().noneMatch(old::contains);
            });
    redis().standalone.execute("ACL", "SETUSER", "latchkey", "<" + SecuredRedis.PASSWORD);
    assertThat(pod.decide(code, PHONE, APPROVE)).isEqualTo(DecisionOutcome.RECORDED);
    assertThat(heard.next()).isEqualTo(News.CHANGED);
    redis().standalone.execute("ACL", "SETUSER", "latchkey", ">" + SecuredRedis.PASSWORD);
  }

  @Test
  void whatAReplicaHasOutlivesThePrimaryThatSentinelsReplace() {
    // Given
    var pod = pod("sentinel");
    var primary = redis().sentinel.primary();
    var code = pending().openedBy(PHONE, Duration.ofMinutes(2)).save(primary);
    var undecided = pending().openedBy(PHONE, Duration.ofMinutes(2)).save(primary);
    var heard = Heard.from(pod, undecided);
    approveAtLast(pod, code);
    redis().sentinel.awaitReplicas();

    // When
    primary.kill();

    // Then
    assertThat(heard.next()).isEqualTo(News.MISSED);
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreException(GrantStoreException.class)
        .untilAsserted(() -> assertThat(pod.poll(code)).isInstanceOf(Granted.class));
    approveAtLast(pod, undecided);
    assertThat(heard.nextBut(News.MISSED)).isEqualTo(News.CHANGED);
  }

  /** The first decision, and the first after a failover, makes the connection for WAIT. */
  private static void approveAtLast(Pod pod, DeviceCode code) {
    Awaitility.await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .ignoreException(GrantStoreException.class)
        .until(
            () -> {
              pod.decide(code, PHONE, APPROVE);
              return true;
            });
  }

  /** Of the services' user, by the number that the server gives each. */
  private List<String> connections() {
    return String.valueOf(redis().standalone.execute("CLIENT", "LIST"))
        .lines()
        .filter(line -> line.contains(" user=latchkey "))
        .map(line -> line.split(" ", 2)[0])
        .toList();
  }

  private Pod pod(String topology) {
    var replicas = topology.equals("standalone") ? "0" : "1";
    var pod = Pod.connected(clients(topology), Map.of("latchkey.redis.replicas", replicas));
    // The connection for WAIT as well; nobody has this code.
    approveAtLast(pod, DeviceCode.random());
    return pod;
  }

  private RedisClients clients(String name) {
    return new ConfiguredRedisClients(name, Topology.vertx(), credentials, tls, proxies);
  }

  private SecuredRedis redis() {
    return Objects.requireNonNull(redis, "not injected");
  }
}
