package dev.latchkey.redis;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.UserCode;
import dev.latchkey.session.EnteredCode;
import dev.latchkey.session.TypedCodes;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Beside the session and not in it: it must survive the new session that a sign-in makes. */
@ApplicationScoped
class RedisTypedCodes implements TypedCodes {

  /** As long as codes usually live, and signing in may take. */
  private static final Duration KEPT = Duration.ofMinutes(15);

  /** Behind a code that came with no link. */
  private static final String BY_HAND = " typed";

  private final RedisConnections redis;

  RedisTypedCodes(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Uni<Void> keep(BrowserId browser, EnteredCode code) {
    return redis
        .send(
            Request.cmd(Command.SET)
                .arg(RedisKey.typed(browser))
                .arg(text(code))
                .arg("PX")
                .arg(KEPT.toMillis()))
        .onFailure()
        .transform(GrantStoreException::new)
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<EnteredCode>> take(BrowserId browser) {
    return redis
        .send(Request.cmd(Command.GETDEL).arg(RedisKey.typed(browser)))
        .onFailure()
        .transform(GrantStoreException::new)
        // A nil reply is a null response.
        .map(
            reply -> Optional.ofNullable(reply).map(Response::toString).map(RedisTypedCodes::code));
  }

  private static String text(EnteredCode entered) {
    return entered.byHand() ? entered.code().value() + BY_HAND : entered.code().value();
  }

  private static EnteredCode code(String text) {
    var byHand = text.endsWith(BY_HAND);
    var code = byHand ? text.substring(0, text.length() - BY_HAND.length()) : text;
    return new EnteredCode(new UserCode(code), byHand);
  }
}
