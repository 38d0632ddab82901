package dev.latchkey.redis;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.session.UpstreamLogouts;
import dev.latchkey.session.UpstreamSession;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mark per session or person that a provider has signed out, kept for as long as a session of
 * ours can live. A person's mark says when, by the clock that also says when a session began.
 */
@ApplicationScoped
class RedisUpstreamLogouts implements UpstreamLogouts {

  private static final LuaScript MARK = LuaScript.load("upstream_logout.lua");

  private final RedisConnections redis;
  private final String lifetime;

  RedisUpstreamLogouts(RedisConnections redis, SessionConfig config) {
    this.redis = redis;
    this.lifetime = Long.toString(config.lifetime().toMillis());
  }

  @Override
  public Uni<Boolean> isFirst(String issuer, String jti) {
    return send(Request.cmd(Command.EXISTS).arg(RedisKey.logoutToken(issuer, jti)))
        .map(reply -> reply == null || reply.toInteger() == 0);
  }

  @Override
  public Uni<Void> use(String issuer, String jti, Duration keep) {
    return send(Request.cmd(Command.SET)
            .arg(RedisKey.logoutToken(issuer, jti))
            .arg("1")
            .arg("PX")
            .arg(keep.toMillis()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> endSession(String issuer, String sid) {
    return mark(RedisKey.endedSession(issuer, sid));
  }

  @Override
  public Uni<Void> endAll(String issuer, String subject) {
    return mark(RedisKey.endedPerson(issuer, subject));
  }

  /**
   * Whether a session of ours that began then has ended there.
   *
   * @param startedAt by Redis's clock, in milliseconds
   */
  Uni<Boolean> hasEnded(UpstreamSession session, long startedAt) {
    var person = markedAt(RedisKey.endedPerson(session.issuer(), session.subject()));
    var sid = session.sid();
    var one =
        sid == null
            ? Uni.createFrom().item(0L)
            : markedAt(RedisKey.endedSession(session.issuer(), sid));
    return Uni.combine()
        .all()
        .unis(person, one)
        .with((whole, single) -> single > 0 || whole >= startedAt);
  }

  private Uni<Void> mark(String key) {
    return MARK.run(redis, key, List.of(lifetime)).replaceWithVoid();
  }

  private Uni<Long> markedAt(String key) {
    return send(Request.cmd(Command.GET).arg(key))
        .map(reply -> reply == null ? 0L : reply.toLong());
  }

  private Uni<@Nullable Response> send(Request request) {
    return redis.send(request).onFailure().transform(GrantStoreException::new);
  }
}
