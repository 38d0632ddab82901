package dev.latchkey.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.Random256;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.BrowserSessions;
import dev.latchkey.session.OpenedGrant;
import dev.latchkey.session.SessionId;
import dev.latchkey.session.SignedIn;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class RedisBrowserSessions implements BrowserSessions {

  private static final LuaScript READ = LuaScript.load("session_read.lua");
  private static final LuaScript WRITE = LuaScript.load("session_write.lua");

  private static final LuaScript RETIRE = LuaScript.load("session_retire.lua");

  private static final String SECOND_CLICK_MILLIS = "10000";

  private static final int HANDLE_BYTES = 16;

  private final RedisConnections redis;
  private final RedisUpstreamLogouts logouts;
  private final String idle;
  private final String lifetime;

  RedisBrowserSessions(RedisConnections redis, RedisUpstreamLogouts logouts, SessionConfig config) {
    this.redis = redis;
    this.logouts = logouts;
    this.idle = Long.toString(config.idle().toMillis());
    this.lifetime = Long.toString(config.lifetime().toMillis());
  }

  @Override
  public Uni<BrowserSession> start() {
    var browser = new BrowserId(Random256.draw());
    return create(
        new BrowserSession(
            SessionId.random(),
            browser,
            Random256.draw(),
            Optional.empty(),
            Optional.empty(),
            Map.of()));
  }

  @Override
  public Uni<Optional<BrowserSession>> find(SessionId id) {
    return READ.run(redis, RedisKey.session(id), List.of(idle))
        .flatMap(
            reply -> {
              var name = reply.get(0).toString();
              return switch (name) {
                case "SESSION" ->
                    unlessEnded(SessionFields.read(id, reply), SessionFields.startedAt(reply));
                case "NONE" -> Uni.createFrom().item(Optional.empty());
                default -> throw READ.unknownReply(name);
              };
            });
  }

  /** A session that began at a provider is over when the provider says so. */
  private Uni<Optional<BrowserSession>> unlessEnded(BrowserSession session, long startedAt) {
    var there = session.person().flatMap(SignedIn::upstream);
    return there.isEmpty()
        ? Uni.createFrom().item(Optional.of(session))
        : logouts
            .hasEnded(there.get(), startedAt)
            .flatMap(
                ended ->
                    ended
                        ? end(session.id()).replaceWith(Optional.empty())
                        : Uni.createFrom().item(Optional.of(session)));
  }

  @Override
  public Uni<String> remember(BrowserSession session, OpenedGrant grant) {
    var handle = handle(session.browser(), grant);
    return write("LIVE", session.id(), SessionFields.of(handle, grant)).replaceWith(handle);
  }

  @Override
  public Uni<BrowserSession> signIn(BrowserSession session, SignedIn person) {
    // Read again: another tab may have come across a grant since the request began.
    return find(session.id())
        .map(found -> found.orElse(session))
        .flatMap(current -> create(successor(current, person)))
        .call(
            () ->
                session.person().isPresent()
                    ? end(session.id())
                    : retire(session.id(), person.subject()));
  }

  /** Who comes with the cookie of a sign-in that was somebody else's gets nothing of theirs. */
  private static BrowserSession successor(BrowserSession before, SignedIn person) {
    var theirs = before.retiredFor().map(person.subject()::equals).orElse(true);
    return new BrowserSession(
        SessionId.random(),
        theirs ? before.browser() : new BrowserId(Random256.draw()),
        Random256.draw(),
        Optional.of(person),
        Optional.empty(),
        theirs ? before.grants() : Map.of());
  }

  @Override
  public Uni<Void> end(SessionId id) {
    return redis
        .send(Request.cmd(Command.DEL).arg(RedisKey.session(id)))
        .onFailure()
        .transform(GrantStoreException::new)
        .replaceWithVoid();
  }

  private Uni<Void> retire(SessionId id, String subject) {
    return RETIRE
        .run(redis, RedisKey.session(id), List.of(SECOND_CLICK_MILLIS, subject))
        .replaceWithVoid();
  }

  private Uni<BrowserSession> create(BrowserSession session) {
    return write("NEW", session.id(), SessionFields.of(session)).replaceWith(session);
  }

  private Uni<Void> write(String mode, SessionId id, List<String> fields) {
    var arguments = new ArrayList<>(List.of(mode, idle, lifetime));
    arguments.addAll(fields);
    return WRITE.run(redis, RedisKey.session(id), arguments).replaceWithVoid();
  }

  /** Opaque, and the same for a grant however often one browser comes across it. */
  private static String handle(BrowserId browser, OpenedGrant grant) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest((browser.value() + " " + grant.grant().value()).getBytes(UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, HANDLE_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
