package dev.latchkey.redis;

import dev.latchkey.pressure.PollPressure;
import dev.latchkey.pressure.PressureReports;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

@ApplicationScoped
class RedisPollPressure implements PressureReports, PollPressure {

  private static final LuaScript PRESSURE = LuaScript.load("pressure.lua");

  private final RedisConnections redis;

  RedisPollPressure(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Uni<Void> report(UUID pod, int percent) {
    var arguments = List.of("REPORT", pod.toString(), Integer.toString(percent));
    return PRESSURE
        .run(redis, RedisKey.POLL_PRESSURE, arguments)
        .invoke(
            reply -> {
              var name = reply.get(0).toString();
              if (!name.equals("REPORTED")) {
                throw PRESSURE.unknownReply(name);
              }
            })
        .replaceWithVoid();
  }

  @Override
  public Uni<OptionalInt> now() {
    return PRESSURE
        .run(redis, RedisKey.POLL_PRESSURE, List.of("LOOK"))
        .map(RedisPollPressure::level);
  }

  private static OptionalInt level(Response reply) {
    var name = reply.get(0).toString();
    return switch (name) {
      case "PRESSURE" -> OptionalInt.of(reply.get(1).toInteger());
      case "SILENT" -> OptionalInt.empty();
      default -> throw PRESSURE.unknownReply(name);
    };
  }
}
