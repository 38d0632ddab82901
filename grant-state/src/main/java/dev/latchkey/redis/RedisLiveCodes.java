package dev.latchkey.redis;

import dev.latchkey.live.CodeSpace;
import dev.latchkey.live.IssuedCodes;
import dev.latchkey.live.LiveCodes;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class RedisLiveCodes implements LiveCodes {

  private static final LuaScript LIVE_CODES = LuaScript.load("live_codes.lua");

  private final RedisConnections redis;

  RedisLiveCodes(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Uni<Map<CodeSpace, Long>> count(List<IssuedCodes> issued) {
    var arguments = new ArrayList<String>();
    for (var codes : issued) {
      arguments.add(codes.space().name());
      arguments.add(Long.toString(codes.lifetime().toMillis()));
      arguments.add(Long.toString(codes.count()));
    }
    return LIVE_CODES
        .run(redis, RedisKey.LIVE_CODES, List.copyOf(arguments))
        .map(RedisLiveCodes::live);
  }

  private static Map<CodeSpace, Long> live(Response reply) {
    var name = reply.get(0).toString();
    if (!name.equals("LIVE")) {
      throw LIVE_CODES.unknownReply(name);
    }
    var counts = reply.get(1);
    var live = new HashMap<CodeSpace, Long>();
    for (var i = 0; i < counts.size(); i += 2) {
      var count = counts.get(i + 1).toLong();
      CodeSpace.named(counts.get(i).toString()).ifPresent(space -> live.put(space, count));
    }
    return Map.copyOf(live);
  }
}
