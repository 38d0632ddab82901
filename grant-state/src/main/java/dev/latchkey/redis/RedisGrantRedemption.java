package dev.latchkey.redis;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.CompleteOutcome;
import dev.latchkey.grant.ConfirmationNumber;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.GrantRedemption;
import dev.latchkey.grant.Handover;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Answered;
import dev.latchkey.grant.PollOutcome.Confirming;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Proof;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

@ApplicationScoped
class RedisGrantRedemption implements GrantRedemption {

  private static final LuaScript POLL = LuaScript.load("poll.lua");
  private static final LuaScript COMPLETE = LuaScript.load("complete.lua");
  private static final LuaScript RELEASE = LuaScript.load("release.lua");
  private static final LuaScript REFUSE = LuaScript.load("refuse.lua");

  private static final String LEASE_MILLIS = millis(Duration.ofSeconds(10));
  private static final String TIME_TO_FETCH_MILLIS = millis(RedisGrantDecisions.TIME_TO_FETCH);
  private static final String ANSWER_KEPT_MILLIS = millis(Duration.ofSeconds(30));

  private static final String NO_ANSWER = "";
  private static final String NO_NUMBER = "";
  private static final String NO_CHANNEL = "";
  private static final String AGAIN = "1";

  private static final ClaimIds CLAIMS = new ClaimIds();

  private static final Uni<PollOutcome> PENDING = item(Waiting.PENDING);

  private final RedisConnections redis;
  private final RedisTerms terms;
  private final String tolerance;

  RedisGrantRedemption(RedisConnections redis, RedisTerms terms, PollConfig config) {
    this.redis = redis;
    this.terms = terms;
    this.tolerance = millis(config.tolerance());
  }

  @Override
  public Uni<PollOutcome> poll(
      GrantId grant, ClientId client, Proof proof, Optional<ConfirmationNumber> entered) {
    var arguments = pollArguments(client, proof);
    if (entered.isPresent()) {
      arguments.add(entered.get().value());
      arguments.add(RedisKey.decidedChannel(grant));
    }
    return poll(grant, arguments);
  }

  @Override
  public Uni<PollOutcome> pollAgain(GrantId grant, ClientId client, Proof proof) {
    var arguments = pollArguments(client, proof);
    arguments.addAll(List.of(NO_NUMBER, NO_CHANNEL, AGAIN));
    return poll(grant, arguments);
  }

  private List<String> pollArguments(ClientId client, Proof proof) {
    var arguments = new ArrayList<String>(10);
    arguments.add(client.value());
    arguments.add(Objects.requireNonNullElse(proof.codeChallenge(), ""));
    arguments.add(Objects.requireNonNullElse(proof.dpopThumbprint(), ""));
    arguments.add(CLAIMS.next());
    arguments.add(LEASE_MILLIS);
    arguments.add(tolerance);
    arguments.add(TIME_TO_FETCH_MILLIS);
    return arguments;
  }

  private Uni<PollOutcome> poll(GrantId grant, List<String> arguments) {
    return POLL.runGathered(redis, keys(grant), arguments).flatMap(reply -> polled(grant, reply));
  }

  private Uni<PollOutcome> polled(GrantId grant, Response reply) {
    var name = reply.get(0).toString();
    return switch (name) {
      case "PENDING" -> PENDING;
      case "SLOW_DOWN" ->
          item(
              new SlowDown(
                  Duration.ofSeconds(reply.get(1).toLong()),
                  Duration.ofMillis(reply.get(2).toLong())));
      case "CONFIRMING" -> item(new Confirming(reply.get(1).toInteger(), false));
      case "WRONG_NUMBER" -> item(new Confirming(reply.get(1).toInteger(), true));
      case "GRANTED" -> granted(grant, GrantFields.of(reply), false);
      case "CONFIRMED" -> granted(grant, GrantFields.of(reply), true);
      case "ANSWERED" -> answered(grant, reply);
      case "DENIED" -> item(Refused.DENIED);
      case "UNCONFIRMED" -> item(Refused.UNCONFIRMED);
      case "EXPIRED" -> item(Refused.EXPIRED);
      case "UNKNOWN" -> item(Refused.UNKNOWN);
      case "PROOF_MISMATCH" -> item(Refused.PROOF_MISMATCH);
      default -> throw POLL.unknownReply(name);
    };
  }

  private static Uni<PollOutcome> item(PollOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }

  /** A claim without its terms delivers nothing: it is given back, and not left to its lease. */
  private Uni<PollOutcome> granted(GrantId grant, GrantFields fields, boolean confirmed) {
    var claim = new ClaimId(fields.claim());
    return terms
        .find(fields.terms())
        .onFailure()
        .call(() -> release(grant, claim, false).onFailure().recoverWithNull())
        .flatMap(
            found ->
                found.isPresent()
                    ? item(granted(grant, fields, found.get(), confirmed))
                    // The terms are lost, and with them the grant: ask for another code (ADR 0011).
                    : release(grant, claim, false).replaceWith(Refused.EXPIRED));
  }

  private static Granted granted(
      GrantId grant, GrantFields fields, Terms terms, boolean confirmed) {
    return new Granted(
        grant,
        new ClaimId(fields.claim()),
        fields.released(),
        fields.approval(),
        terms.api(),
        terms.refreshable(),
        fields.device(),
        fields.address(),
        confirmed);
  }

  private Uni<PollOutcome> answered(GrantId grant, Response reply) {
    var claim = new ClaimId(reply.get(1).toString());
    var sealed = reply.get(2).toString();
    var fields = GrantFields.of(reply, 3);
    return terms
        .find(fields.terms())
        .map(
            found ->
                found
                    .<PollOutcome>map(
                        terms -> new Answered(grant, claim, fields.approval(), terms.api(), sealed))
                    .orElse(Refused.UNKNOWN));
  }

  @Override
  public Uni<CompleteOutcome> complete(GrantId grant, ClaimId claim) {
    return complete(grant, claim, NO_ANSWER, "");
  }

  @Override
  public Uni<CompleteOutcome> complete(GrantId grant, ClaimId claim, Handover handover) {
    return complete(
        grant, claim, handover.sealed(), Objects.requireNonNullElse(handover.dpopThumbprint(), ""));
  }

  private Uni<CompleteOutcome> complete(
      GrantId grant, ClaimId claim, String sealed, String thumbprint) {
    var arguments =
        List.of(
            claim.value(), sealed, thumbprint, ANSWER_KEPT_MILLIS, RedisKey.decidedChannel(grant));
    return COMPLETE
        .run(redis, keys(grant), arguments)
        .map(
            reply -> {
              var name = reply.get(0).toString();
              return switch (name) {
                case "COMPLETED" -> CompleteOutcome.COMPLETED;
                case "SUPERSEDED" -> CompleteOutcome.SUPERSEDED;
                default -> throw COMPLETE.unknownReply(name);
              };
            });
  }

  @Override
  public Uni<Void> release(GrantId grant, ClaimId claim, boolean mayBeFenced) {
    return end(RELEASE, grant, claim, mayBeFenced ? "1" : "0");
  }

  @Override
  public Uni<Void> refuse(GrantId grant, ClaimId claim) {
    return end(REFUSE, grant, claim);
  }

  private Uni<Void> end(LuaScript script, GrantId grant, ClaimId claim, String... more) {
    var arguments = new ArrayList<>(List.of(claim.value(), RedisKey.decidedChannel(grant)));
    arguments.addAll(List.of(more));
    return script.run(redis, RedisKey.grant(grant), arguments).replaceWithVoid();
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }

  private static List<String> keys(GrantId grant) {
    return List.of(RedisKey.grant(grant), RedisKey.answer(grant));
  }
}
