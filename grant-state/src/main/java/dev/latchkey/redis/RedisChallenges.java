package dev.latchkey.redis;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.Challenges;
import dev.latchkey.session.SessionId;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** A challenge is a key of its own, whose name says all about it; deleting it is using it. */
@ApplicationScoped
class RedisChallenges implements Challenges {

  /** What WebAuthn recommends to give a person (section 15.1). */
  private static final Duration OPEN = Duration.ofMinutes(5);

  private final RedisConnections redis;

  RedisChallenges(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Uni<Challenge> issue(SessionId session, Ceremony ceremony) {
    var challenge = Challenge.random();
    return redis
        .send(
            Request.cmd(Command.SET)
                .arg(RedisKey.challenge(session, ceremony, challenge))
                .arg("1")
                .arg("PX")
                .arg(OPEN.toMillis()))
        .onFailure()
        .transform(GrantStoreException::new)
        .replaceWith(challenge);
  }

  @Override
  public Uni<Boolean> use(SessionId session, Ceremony ceremony, Challenge challenge) {
    return redis
        .send(Request.cmd(Command.DEL).arg(RedisKey.challenge(session, ceremony, challenge)))
        .map(deleted -> deleted.toInteger() == 1)
        .onFailure()
        .transform(GrantStoreException::new);
  }
}
