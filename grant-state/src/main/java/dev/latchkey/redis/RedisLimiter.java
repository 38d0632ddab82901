package dev.latchkey.redis;

import dev.latchkey.limit.Limit;
import dev.latchkey.limit.LimitOutcome;
import dev.latchkey.limit.Limiter;
import dev.latchkey.limit.Reservation;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@ApplicationScoped
class RedisLimiter implements Limiter {

  private static final LuaScript LIMIT = LuaScript.load("limit.lua");

  private final RedisConnections redis;

  RedisLimiter(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Uni<LimitOutcome> take(Limit limit, String subject) {
    return run(limit, subject, "TAKE").map(reply -> outcome(reply, limit, subject));
  }

  @Override
  public Uni<Void> giveBack(Reservation reservation) {
    var slice = Long.toString(reservation.slice());
    return run(reservation.limit(), reservation.subject(), "GIVE_BACK", slice).replaceWithVoid();
  }

  @Override
  public Uni<Long> count(Limit limit, String subject, int more) {
    if (more < 1) {
      throw new IllegalArgumentException(limit.name() + ": cannot count " + more);
    }
    return run(limit, subject, "COUNT", Integer.toString(more)).map(RedisLimiter::total);
  }

  @Override
  public Uni<Long> counted(Limit limit, String subject) {
    return run(limit, subject, "COUNT", "0").map(RedisLimiter::total);
  }

  private Uni<Response> run(Limit limit, String subject, String mode, String... more) {
    var arguments = new ArrayList<String>();
    arguments.add(mode);
    arguments.add(Integer.toString(limit.most()));
    arguments.add(Long.toString(limit.window().toMillis()));
    arguments.addAll(List.of(more));
    return LIMIT.run(redis, RedisKey.limit(limit.name(), subject), arguments);
  }

  private LimitOutcome outcome(Response reply, Limit limit, String subject) {
    var name = reply.get(0).toString();
    return switch (name) {
      case "ALLOWED" ->
          new LimitOutcome.Allowed(
              new Reservation(limit, subject, reply.get(2).toLong()), reply.get(1).toInteger());
      case "LIMITED" -> {
        redis.metrics().limited(limit.name());
        yield new LimitOutcome.Limited(
            Duration.ofMillis(reply.get(1).toLong()), reply.get(2).toInteger() == 1);
      }
      default -> throw LIMIT.unknownReply(name);
    };
  }

  private static long total(Response reply) {
    var name = reply.get(0).toString();
    if (!name.equals("COUNTED")) {
      throw LIMIT.unknownReply(name);
    }
    return reply.get(1).toLong();
  }
}
