package dev.latchkey.redis;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.replay.RevokedTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

@ApplicationScoped
class RedisRevokedTokens implements RevokedTokens {

  /** A pod whose clock is behind takes the token for valid a little longer. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final RedisConnections redis;

  RedisRevokedTokens(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Uni<Void> revoke(String jti, Duration untilItEnds) {
    var kept = untilItEnds.isNegative() ? SKEW : untilItEnds.plus(SKEW);
    return redis
        .send(
            Request.cmd(Command.SET)
                .arg(RedisKey.revoked(jti))
                .arg("1")
                .arg("PX")
                .arg(kept.toMillis()))
        .onFailure()
        .transform(GrantStoreException::new)
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> isRevoked(String jti) {
    return redis
        .send(Request.cmd(Command.EXISTS).arg(RedisKey.revoked(jti)))
        .map(found -> found.toInteger() == 1)
        .onFailure()
        .transform(GrantStoreException::new);
  }
}
