package dev.latchkey.redis;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.ConfirmationNumber;
import dev.latchkey.grant.Decision;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.grant.UserCode;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

@ApplicationScoped
class RedisGrantDecisions implements GrantDecisions {

  /** What an approval leaves the device to fetch its tokens, at least. */
  static final Duration TIME_TO_FETCH = Duration.ofSeconds(60);

  /** The same where the person first enters a number, perhaps by remote control, and mistypes. */
  static final Duration TIME_TO_CONFIRM = Duration.ofMinutes(2);

  private static final LuaScript OPEN = LuaScript.load("open.lua");
  private static final LuaScript DECIDE = LuaScript.load("decide.lua");

  private static final String FOUND_BY_HANDLE = "";
  private static final Duration BOND = Duration.ofMinutes(2);
  private static final long REPLICA_WAIT_MILLIS = 200;

  private final RedisConnections redis;
  private final UserCodeIndex index;
  private final RedisTerms terms;
  private final int replicas;

  RedisGrantDecisions(
      RedisConnections redis, UserCodeIndex index, RedisTerms terms, RedisStateConfig config) {
    this.redis = redis;
    this.index = index;
    this.terms = terms;
    this.replicas = config.replicas();
  }

  @Override
  public Uni<OpenOutcome> lookUp(UserCode code, BrowserId browser) {
    return lookUp(index.macs(code), browser);
  }

  private Uni<OpenOutcome> lookUp(List<String> macs, BrowserId browser) {
    if (macs.isEmpty()) {
      return Uni.createFrom().item(Closed.UNKNOWN);
    }
    var mac = macs.get(0);
    var check = UserCodeIndex.check(mac);
    return redis
        .send(Request.cmd(Command.GET).arg(RedisKey.userCode(mac)))
        .onFailure()
        .transform(GrantStoreException::new)
        .flatMap(
            found ->
                found == null
                    ? lookUp(macs.subList(1, macs.size()), browser)
                    : open("LOOK", new GrantId(found.toString()), browser, check));
  }

  @Override
  public Uni<OpenOutcome> lookUp(GrantId grant, BrowserId browser) {
    return open("LOOK", grant, browser, FOUND_BY_HANDLE);
  }

  @Override
  public Uni<OpenOutcome> open(GrantId grant, BrowserId browser) {
    return open("BIND", grant, browser, FOUND_BY_HANDLE);
  }

  private Uni<OpenOutcome> open(String mode, GrantId grant, BrowserId browser, String foundBy) {
    return OPEN.run(
            redis,
            RedisKey.grant(grant),
            List.of(mode, browser.value(), foundBy, Long.toString(BOND.toMillis())))
        .flatMap(reply -> opened(grant, reply));
  }

  private Uni<OpenOutcome> opened(GrantId grant, Response reply) {
    var name = reply.get(0).toString();
    return switch (name) {
      case "OPEN" -> shown(GrantFields.of(reply), view -> new Open(grant, view));
      case "CONFIRMING" -> confirming(grant, GrantFields.of(reply));
      case "UNKNOWN" -> closed(Closed.UNKNOWN);
      case "EXPIRED" -> closed(Closed.EXPIRED);
      case "IN_USE" -> closed(Closed.IN_USE);
      case "APPROVED" -> closed(Closed.APPROVED);
      case "DENIED" -> closed(Closed.DENIED);
      default -> throw OPEN.unknownReply(name);
    };
  }

  private Uni<OpenOutcome> confirming(GrantId grant, GrantFields fields) {
    return shown(fields, view -> new Confirming(grant, view, fields.confirmationNumber()));
  }

  /** Nobody can agree to terms that are lost: then the grant is over (ADR 0011). */
  private Uni<OpenOutcome> shown(GrantFields fields, Function<GrantView, OpenOutcome> outcome) {
    return terms
        .find(fields.terms())
        .map(found -> found.map(fields::view).map(outcome).orElse(Closed.EXPIRED));
  }

  private static Uni<OpenOutcome> closed(Closed reason) {
    return Uni.createFrom().item(reason);
  }

  @Override
  public Uni<DecisionOutcome> decide(GrantId grant, BrowserId browser, Decision decision) {
    var verdict =
        switch (decision) {
          case Decision.Approve ignored -> "APPROVED";
          case Decision.Deny ignored -> "DENIED";
        };
    var fields =
        switch (decision) {
          case Decision.Approve(var approval) -> GrantFields.of(approval);
          case Decision.Deny(var subject) -> GrantFields.ofDenial(subject);
        };
    var number =
        switch (decision) {
          case Decision.Approve ignored -> ConfirmationNumber.random().value();
          case Decision.Deny ignored -> "";
        };
    var arguments = new ArrayList<String>();
    arguments.add(verdict);
    arguments.add(browser.value());
    // One browser decides a grant one way: sending that again is the same decision.
    arguments.add(verdict + " " + browser.value());
    arguments.add(Long.toString(TIME_TO_FETCH.toMillis()));
    arguments.add(Long.toString(TIME_TO_CONFIRM.toMillis()));
    arguments.add(RedisKey.decidedChannel(grant));
    arguments.add(number);
    arguments.addAll(fields);
    return run(grant, arguments).map(RedisGrantDecisions::decided);
  }

  private Uni<Response> run(GrantId grant, List<String> arguments) {
    var key = RedisKey.grant(grant);
    return replicas == 0
        ? DECIDE.run(redis, key, arguments)
        : DECIDE.runReplicated(redis, key, arguments, replicas, REPLICA_WAIT_MILLIS);
  }

  private static DecisionOutcome decided(Response reply) {
    var name = reply.get(0).toString();
    return switch (name) {
      case "RECORDED" -> DecisionOutcome.RECORDED;
      case "ALREADY_APPROVED" -> DecisionOutcome.ALREADY_APPROVED;
      case "ALREADY_DENIED" -> DecisionOutcome.ALREADY_DENIED;
      case "EXPIRED" -> DecisionOutcome.EXPIRED;
      case "IN_USE" -> DecisionOutcome.IN_USE;
      case "UNKNOWN" -> DecisionOutcome.UNKNOWN;
      default -> throw DECIDE.unknownReply(name);
    };
  }
}
