package dev.latchkey.redis;

import dev.latchkey.grant.Approval;
import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.CompleteOutcome;
import dev.latchkey.grant.ConfirmationNumber;
import dev.latchkey.grant.CreateOutcome;
import dev.latchkey.grant.Decision;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Handover;
import dev.latchkey.grant.NewGrant;
import dev.latchkey.grant.OpenOutcome;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.Proof;
import dev.latchkey.grant.UserCode;
import dev.latchkey.stores.StoredGrant;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** The adapters, wired as in a service but without one, and their verbs with an answer in hand. */
final class Pod {

  static final String PEPPER = "bGF0Y2hrZXktdGVzdC1wZXBwZXItbnVtYmVyLW9uZS4=";
  static final String PREVIOUS_PEPPER = "bGF0Y2hrZXktdGVzdC1wZXBwZXItbnVtYmVyLXR3by4=";

  private static final Request EXISTS = Request.cmd(Command.EXISTS).arg("grant:{nobodys}");

  static final Duration PATIENCE = Duration.ofSeconds(10);

  final RedisGrantIssuance issuance;
  final RedisGrantDecisions decisions;
  final RedisGrantRedemption redemption;
  final RedisBrowserSessions sessions;
  final RedisChallenges challenges;
  final RedisUpstreamLogouts logouts;
  final RedisOneTimeIds oneTimeIds;
  final RedisRevokedTokens revokedTokens;
  final RedisProofNonces nonces;
  final RedisLimiter limiter;
  final RedisBackoffs backoffs;
  final RedisAlarms alarms;
  final RedisTypedCodes typedCodes;
  final RedisTickets tickets;
  final RedisGrantNews news;
  final RedisPollPressure pressure;
  final RedisLiveCodes liveCodes;
  final RedisAuditStream audit;
  final RedisAuditBacklog backlog;

  /** What is counted of this pod. */
  final Counted counted = new Counted();

  /**
   * The event loop that the test's thread is served by, and so its connections: another thread has
   * another one, and so has this one as soon as nobody holds it; the first call there has a
   * handshake to do.
   */
  @SuppressWarnings("UnusedVariable")
  private final Context loop;

  private final RedisConnections connections;
  private final RedisTerms terms;

  private Pod(Vertx vertx, RedisClients clients, Map<String, String> settings) {
    loop = vertx.getOrCreateContext();
    var index = new UserCodeIndex(config(UserCodeConfig.class, settings));
    var state = config(RedisStateConfig.class, settings);
    connections = new RedisConnections(vertx, clients, state, counted, new Untraced());
    terms = new RedisTerms(connections);
    issuance = new RedisGrantIssuance(connections, index, terms);
    decisions = new RedisGrantDecisions(connections, index, terms, state);
    redemption = new RedisGrantRedemption(connections, terms, config(PollConfig.class, settings));
    var lifetimes = config(SessionConfig.class, settings);
    logouts = new RedisUpstreamLogouts(connections, lifetimes);
    sessions = new RedisBrowserSessions(connections, logouts, lifetimes);
    challenges = new RedisChallenges(connections);
    oneTimeIds = new RedisOneTimeIds(connections);
    revokedTokens = new RedisRevokedTokens(connections);
    nonces = new RedisProofNonces(connections);
    limiter = new RedisLimiter(connections);
    backoffs = new RedisBackoffs(connections);
    alarms = new RedisAlarms(connections);
    typedCodes = new RedisTypedCodes(connections);
    tickets = new RedisTickets(connections);
    news = new RedisGrantNews(vertx, clients, state);
    pressure = new RedisPollPressure(connections);
    liveCodes = new RedisLiveCodes(connections);
    audit = new RedisAuditStream(vertx, connections, config(AuditStreamConfig.class, settings));
    backlog = new RedisAuditBacklog(connections);
  }

  static RedisClients clients(Supplier<Redis> redis, boolean toOneServer) {
    return new RedisClients() {
      @Override
      public Future<Redis> create() {
        return Future.succeededFuture(redis.get());
      }

      @Override
      public void close(Redis client) {
        client.close();
      }

      @Override
      public boolean toOneServer() {
        return toOneServer;
      }

      @Override
      public void onRenewal(Runnable renew) {
        // They have no credentials.
      }
    };
  }

  static Pod of(Topology topology) {
    return of(topology, Map.of());
  }

  /** Connected: on a busy machine the first call ever may take longer than a call may take. */
  static Pod of(Topology topology, Map<String, String> settings) {
    return connected(clients(topology::connect, topology != Topology.CLUSTER), settings);
  }

  /** The same with clients of a service's own kind. */
  static Pod connected(RedisClients clients, Map<String, String> settings) {
    var pod = of(clients, settings);
    Awaitility.await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .ignoreExceptions()
        .until(() -> answer(pod.connections.send(EXISTS)) != null);
    return pod;
  }

  static Pod of(Supplier<Redis> redis) {
    return of(redis, Map.of());
  }

  /** With a standalone server, whose polls of one pass go together. */
  static Pod gathering(Supplier<Redis> redis) {
    return of(clients(redis, true), Map.of());
  }

  static Pod of(Supplier<Redis> redis, Map<String, String> settings) {
    return of(clients(redis, false), settings);
  }

  /** As in a service, with clients that the settings describe. */
  static Pod of(RedisClients clients) {
    return of(clients, Map.of());
  }

  private static Pod of(RedisClients clients, Map<String, String> settings) {
    var all = new HashMap<>(settings);
    all.put("latchkey.user-code.pepper", PEPPER);
    all.put("latchkey.user-code.previous-pepper", PREVIOUS_PEPPER);
    return new Pod(Topology.vertx(), clients, all);
  }

  static <T> T config(Class<T> mapping, Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(mapping)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(mapping);
  }

  /** An issuance that looks user codes up, and reserves them, as the given index says. */
  RedisGrantIssuance issuance(UserCodeIndex index) {
    return new RedisGrantIssuance(connections, index, terms);
  }

  /** Terms of a pod whose clock is in the hands of the test. */
  RedisTerms terms(LongSupplier nanoTime) {
    return new RedisTerms(connections, nanoTime);
  }

  /** Nonces of a pod whose clock is in the hands of the test. */
  RedisProofNonces nonces(LongSupplier nanoTime) {
    return new RedisProofNonces(connections, nanoTime);
  }

  CreateOutcome.Created create(NewGrant grant) {
    return (CreateOutcome.Created) answer(issuance.create(grant));
  }

  /** A grant that an operator has approved ahead. */
  CreateOutcome.Created createApproved(NewGrant grant, Approval approval) {
    return (CreateOutcome.Created) answer(issuance.createApproved(grant, approval));
  }

  OpenOutcome lookUp(UserCode code, BrowserId browser) {
    return answer(decisions.lookUp(code, browser));
  }

  OpenOutcome lookUp(DeviceCode code, BrowserId browser) {
    return answer(decisions.lookUp(code.grantId(), browser));
  }

  OpenOutcome open(DeviceCode code, BrowserId browser) {
    return answer(decisions.open(code.grantId(), browser));
  }

  DecisionOutcome decide(DeviceCode code, BrowserId browser, Decision decision) {
    return answer(decisions.decide(code.grantId(), browser, decision));
  }

  PollOutcome poll(DeviceCode code) {
    return poll(code, StoredGrant.TV, Proof.NONE);
  }

  PollOutcome poll(DeviceCode code, ClientId client, Proof proof) {
    return poll(code, client, proof, Optional.empty());
  }

  /** A poll with a number that the person has entered, of two digits. */
  PollOutcome enter(DeviceCode code, String number) {
    return poll(code, StoredGrant.TV, Proof.NONE, Optional.of(new ConfirmationNumber(number)));
  }

  PollOutcome poll(
      DeviceCode code, ClientId client, Proof proof, Optional<ConfirmationNumber> entered) {
    return answer(redemption.poll(code.grantId(), client, proof, entered));
  }

  /** What a poll that is held finds when it looks again. */
  PollOutcome pollAgain(DeviceCode code) {
    return pollAgain(code, StoredGrant.TV, Proof.NONE);
  }

  PollOutcome pollAgain(DeviceCode code, ClientId client, Proof proof) {
    return answer(redemption.pollAgain(code.grantId(), client, proof));
  }

  PollOutcome.Granted claim(DeviceCode code) {
    return claim(code, Proof.NONE);
  }

  PollOutcome.Granted claim(DeviceCode code, Proof proof) {
    return (PollOutcome.Granted) poll(code, StoredGrant.TV, proof);
  }

  CompleteOutcome complete(GrantId grant, ClaimId claim) {
    return answer(redemption.complete(grant, claim));
  }

  CompleteOutcome complete(GrantId grant, ClaimId claim, Handover handover) {
    return answer(redemption.complete(grant, claim, handover));
  }

  void release(GrantId grant, ClaimId claim) {
    redemption.release(grant, claim, true).await().atMost(PATIENCE);
  }

  void refuse(GrantId grant, ClaimId claim) {
    redemption.refuse(grant, claim).await().atMost(PATIENCE);
  }

  static <T> T answer(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }
}
