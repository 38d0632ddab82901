package dev.latchkey.redis;

import dev.latchkey.limit.AlarmState;
import dev.latchkey.limit.AlarmState.Ringing;
import dev.latchkey.limit.AlarmState.Silent;
import dev.latchkey.limit.Alarms;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

@ApplicationScoped
class RedisAlarms implements Alarms {

  private static final LuaScript ALARM = LuaScript.load("alarm.lua");

  private final RedisConnections redis;

  RedisAlarms(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Uni<Boolean> raise(String name, Duration lasts) {
    var arguments = List.of("RAISE", Long.toString(lasts.toMillis()));
    return ALARM
        .run(redis, RedisKey.alarm(name), arguments)
        .map(
            reply -> {
              var outcome = reply.get(0).toString();
              return switch (outcome) {
                case "RAISED" -> true;
                case "RINGING" -> false;
                default -> throw ALARM.unknownReply(outcome);
              };
            });
  }

  @Override
  public Uni<AlarmState> look(String name) {
    return ALARM.run(redis, RedisKey.alarm(name), List.of("LOOK")).map(RedisAlarms::state);
  }

  private static AlarmState state(Response reply) {
    var name = reply.get(0).toString();
    return switch (name) {
      case "RINGING" -> new Ringing(Duration.ofMillis(reply.get(1).toLong()));
      case "STOPPED" -> Silent.JUST_STOPPED;
      case "SILENT" -> Silent.SILENT;
      default -> throw ALARM.unknownReply(name);
    };
  }
}
