package dev.latchkey.redis;

import dev.latchkey.limit.Attempt;
import dev.latchkey.limit.Backoff;
import dev.latchkey.limit.BackoffOutcome;
import dev.latchkey.limit.Backoffs;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

@ApplicationScoped
class RedisBackoffs implements Backoffs {

  private static final LuaScript BACKOFF = LuaScript.load("backoff.lua");

  private final RedisConnections redis;

  RedisBackoffs(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Uni<BackoffOutcome> attempt(Backoff backoff, String subject) {
    return run(backoff, subject, "ATTEMPT", 0).map(reply -> outcome(reply, backoff, subject));
  }

  @Override
  public Uni<Void> succeeded(Attempt attempt) {
    return run(attempt.backoff(), attempt.subject(), "SUCCEEDED", 0).replaceWithVoid();
  }

  @Override
  public Uni<Void> giveBack(Attempt attempt) {
    return run(attempt.backoff(), attempt.subject(), "GIVE_BACK", attempt.failures())
        .replaceWithVoid();
  }

  private Uni<Response> run(Backoff backoff, String subject, String mode, int failures) {
    var arguments =
        List.of(
            mode,
            Integer.toString(backoff.free()),
            Long.toString(backoff.first().toMillis()),
            Long.toString(backoff.most().toMillis()),
            Long.toString(backoff.forgetOneAfter().toMillis()),
            Integer.toString(failures));
    return BACKOFF.run(redis, RedisKey.backoff(backoff.name(), subject), arguments);
  }

  private BackoffOutcome outcome(Response reply, Backoff backoff, String subject) {
    var name = reply.get(0).toString();
    return switch (name) {
      case "READY" ->
          new BackoffOutcome.Ready(new Attempt(backoff, subject, reply.get(1).toInteger()));
      case "DELAYED" -> {
        redis.metrics().limited(backoff.name());
        yield new BackoffOutcome.Delayed(
            Duration.ofMillis(reply.get(1).toLong()), reply.get(2).toInteger() == 1);
      }
      default -> throw BACKOFF.unknownReply(name);
    };
  }
}
