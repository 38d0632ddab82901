package dev.latchkey.redis;

import dev.latchkey.grant.Approval;
import dev.latchkey.grant.CreateOutcome;
import dev.latchkey.grant.CreateOutcome.Created;
import dev.latchkey.grant.CreateOutcome.Exhausted;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.GrantIssuance;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.NewGrant;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@ApplicationScoped
class RedisGrantIssuance implements GrantIssuance {

  private static final LuaScript CREATE = LuaScript.load("create.lua");

  /** What reservations of user codes are gathered as. */
  private static final String RESERVATIONS = "reserve";

  /** With at most 1 code in 500,000 taken, more than two draws mean that something is wrong. */
  private static final int DRAWS = 5;

  /** An approval may move the end of a grant by this much; its index must not end before it. */
  private static final Duration APPROVAL_MOVES_END = RedisGrantDecisions.TIME_TO_CONFIRM;

  private final RedisConnections redis;
  private final UserCodeIndex index;
  private final RedisTerms terms;

  RedisGrantIssuance(RedisConnections redis, UserCodeIndex index, RedisTerms terms) {
    this.redis = redis;
    this.index = index;
    this.terms = terms;
  }

  @Override
  public Uni<CreateOutcome> create(NewGrant grant) {
    return create(grant, new Start("PENDING", List.of()));
  }

  @Override
  public Uni<CreateOutcome> createApproved(NewGrant grant, Approval approval) {
    return create(grant, new Start("APPROVED", GrantFields.of(approval)));
  }

  /** The terms come first: a grant must not name what is not there. */
  private Uni<CreateOutcome> create(NewGrant grant, Start start) {
    return terms.keep(Terms.of(grant)).flatMap(digest -> create(grant, start, digest, DRAWS));
  }

  /**
   * How a grant begins.
   *
   * @param fields that it has beside those of every grant
   */
  private record Start(String state, List<String> fields) {}

  /**
   * Reserves the user code and stores the grant at the same time: both are told to the device
   * afterwards. A grant whose user code is taken is left to expire; nobody has its device code.
   */
  private Uni<CreateOutcome> create(NewGrant grant, Start start, String digest, int draws) {
    if (draws == 0) {
      return Uni.createFrom().item(Exhausted.NO_FREE_USER_CODE);
    }
    var deviceCode = DeviceCode.random();
    var userCode = grant.userCodeFormat().draw();
    var mac = index.mac(userCode);
    return Uni.combine()
        .all()
        .unis(
            reserve(mac, deviceCode.grantId(), grant.lifetime()),
            store(deviceCode, grant.lifetime(), start, GrantFields.of(grant, mac, digest)))
        .asTuple()
        .flatMap(
            both ->
                both.getItem1()
                    ? Uni.createFrom().item(new Created(deviceCode, userCode))
                    : create(grant, start, digest, draws - 1));
  }

  private Uni<Boolean> reserve(String mac, GrantId grant, Duration lifetime) {
    var ttl = lifetime.plus(APPROVAL_MOVES_END).multipliedBy(2);
    return redis
        .sendGathered(
            RESERVATIONS,
            Request.cmd(Command.SET)
                .arg(RedisKey.userCode(mac))
                .arg(grant.value())
                .arg("NX")
                .arg("PX")
                .arg(ttl.toMillis()))
        // SET NX answers nil when the key is taken, and a nil reply is a null response.
        .map(reply -> reply != null)
        .onFailure()
        .transform(GrantStoreException::new);
  }

  private Uni<Void> store(
      DeviceCode deviceCode, Duration lifetime, Start start, List<String> fields) {
    var arguments = new ArrayList<String>();
    arguments.add(Long.toString(lifetime.toMillis()));
    arguments.add(start.state());
    arguments.addAll(fields);
    arguments.addAll(start.fields());
    return CREATE
        .runGathered(redis, List.of(RedisKey.grant(deviceCode.grantId())), List.copyOf(arguments))
        .invoke(RedisGrantIssuance::check)
        .replaceWithVoid();
  }

  /** One that exists is this one, of a run that was repeated: nobody draws the same id twice. */
  private static void check(Response reply) {
    var name = reply.get(0).toString();
    if (!name.equals("CREATED") && !name.equals("EXISTS")) {
      throw CREATE.unknownReply(name);
    }
  }
}
