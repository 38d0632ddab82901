package dev.latchkey.redis;

import dev.latchkey.grant.GrantStoreException;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Terms by their digest. Whoever issues codes writes them, and again every few seconds while it
 * does; whoever reads them remembers them, for what has a digest never changes (ADR 0011).
 */
@ApplicationScoped
class RedisTerms {

  /** Redis may forget its last second, as it may forget grants: they are back after this long. */
  static final Duration WRITTEN_AGAIN = Duration.ofSeconds(5);

  /**
   * A grant's key lives for two lifetimes. Beyond that: until they are written again, what an
   * approval moves the end by, and some minutes in which polls may claim the grant in vain.
   */
  private static final Duration BEYOND = Duration.ofMinutes(10);

  /** Of each some kilobytes at most. A client has one for each set of scopes it asks for. */
  private static final int REMEMBERED = 1000;

  private final RedisConnections redis;
  private final LongSupplier nanoTime;
  private final RecentlyUsed<Terms, Written> written = new RecentlyUsed<>(REMEMBERED);
  private final RecentlyUsed<String, Terms> read = new RecentlyUsed<>(REMEMBERED);

  @Inject
  RedisTerms(RedisConnections redis) {
    this(redis, System::nanoTime);
  }

  /** With a clock that only tells how long something is ago. */
  RedisTerms(RedisConnections redis, LongSupplier nanoTime) {
    this.redis = redis;
    this.nanoTime = nanoTime;
  }

  /**
   * Sees to it that the terms are in Redis for as long as a grant needs them that is created now,
   * and answers their digest. Fails with {@link GrantStoreException} when Redis does.
   */
  Uni<String> keep(Terms terms) {
    return Uni.createFrom()
        .deferred(
            () -> {
              var last = written.get(terms);
              return last != null && isFresh(last)
                  ? Uni.createFrom().item(last.digest())
                  : write(terms);
            });
  }

  private boolean isFresh(Written last) {
    return nanoTime.getAsLong() - last.asked() < WRITTEN_AGAIN.toNanos();
  }

  private Uni<String> write(Terms terms) {
    // Before the call, so that a slow answer is not taken for a recent one.
    var asked = nanoTime.getAsLong();
    var text = TermsText.of(terms);
    var digest = TermsText.digest(text);
    var ttl = terms.lifetime().multipliedBy(2).plus(BEYOND);
    return redis
        .send(
            Request.cmd(Command.SET)
                .arg(RedisKey.terms(digest))
                .arg(text)
                .arg("PX")
                .arg(ttl.toMillis()))
        .onFailure()
        .transform(GrantStoreException::new)
        .invoke(done -> written.put(terms, new Written(digest, asked)))
        .replaceWith(digest);
  }

  /**
   * The terms of that digest; empty if Redis has lost them. Fails with {@link GrantStoreException}
   * when Redis does.
   */
  Uni<Optional<Terms>> find(String digest) {
    return Uni.createFrom()
        .deferred(
            () -> {
              var known = read.get(digest);
              return known != null ? Uni.createFrom().item(Optional.of(known)) : read(digest);
            });
  }

  private Uni<Optional<Terms>> read(String digest) {
    return redis
        .send(Request.cmd(Command.GET).arg(RedisKey.terms(digest)))
        .onFailure()
        .transform(GrantStoreException::new)
        // A nil reply is a null response.
        .map(found -> Optional.ofNullable(found).map(text -> parse(digest, text.toString())))
        .invoke(found -> found.ifPresent(terms -> read.put(digest, terms)));
  }

  private static Terms parse(String digest, String text) {
    if (!TermsText.digest(text).equals(digest)) {
      throw new IllegalStateException("terms that are not those of their digest");
    }
    return TermsText.read(text);
  }

  /** What they were written as, and when we asked for it. */
  private record Written(String digest, long asked) {}
}
