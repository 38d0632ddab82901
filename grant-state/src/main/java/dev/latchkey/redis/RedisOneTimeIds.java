package dev.latchkey.redis;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.replay.OneTimeIds;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** An id is a key of its own, whose name is a digest: ids may be long, and come from outside. */
@ApplicationScoped
class RedisOneTimeIds implements OneTimeIds {

  /** Redis refuses to keep anything for no time. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final RedisConnections redis;

  RedisOneTimeIds(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Uni<Boolean> useProof(String thumbprint, String jti, Duration keep) {
    return use(RedisKey.proof(thumbprint, jti), keep);
  }

  @Override
  public Uni<Boolean> useAssertion(ClientId client, String jti, Duration keep) {
    return use(RedisKey.assertion(client, jti), keep);
  }

  private Uni<Boolean> use(String key, Duration keep) {
    return redis
        .send(Request.cmd(Command.SET).arg(key).arg("1").arg("NX").arg("PX").arg(bounded(keep)))
        // SET NX answers nil when the key is there, and a nil reply is a null response.
        .map(reply -> reply != null)
        .onFailure()
        .transform(GrantStoreException::new);
  }

  private static long bounded(Duration keep) {
    if (keep.compareTo(SHORTEST) < 0) {
      return SHORTEST.toMillis();
    }
    return keep.compareTo(LONGEST_KEPT) > 0 ? LONGEST_KEPT.toMillis() : keep.toMillis();
  }
}
