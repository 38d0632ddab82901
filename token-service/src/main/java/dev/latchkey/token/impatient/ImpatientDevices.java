package dev.latchkey.token.impatient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.GrantNews;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.Proof;
import dev.latchkey.token.metrics.Metrics;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The grants whose devices poll too early in this pod, and what can be told them from memory. */
@Startup
@ApplicationScoped
public class ImpatientDevices {

  /** Longer than the slowest pace: whoever has come no more since has calmed down. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(2);

  private final GrantNews news;
  private final int after;
  private final Ticker ticker;
  private final Metrics metrics;
  private final Cache<GrantId, Impatience> grants;

  @Inject
  ImpatientDevices(GrantNews news, ImpatientConfig config, Metrics metrics) {
    this(news, config, metrics, Ticker.systemTicker());
  }

  ImpatientDevices(GrantNews news, ImpatientConfig config, Metrics metrics, Ticker ticker) {
    if (config.after() < 0 || config.limit() < 0) {
      throw new IllegalArgumentException("latchkey.impatient.after and limit are 0 at least");
    }
    this.news = news;
    this.after = config.after();
    this.ticker = ticker;
    this.metrics = metrics;
    this.grants =
        Caffeine.newBuilder()
            .maximumSize(config.limit())
            .expireAfterAccess(FORGOTTEN)
            .ticker(ticker)
            // Where it happens: to stop listening is a word to an event loop.
            .executor(Runnable::run)
            .removalListener(ImpatientDevices::removed)
            .build();
  }

  private static void removed(
      @Nullable GrantId grant, @Nullable Impatience known, RemovalCause cause) {
    if (known != null) {
      known.end();
    }
  }

  /**
   * The outcome of a poll, one without a number: {@link SlowDown} from memory, if Redis would
   * certainly say so too; else what Redis says. The interval that is told from memory is the last
   * one of Redis, and does not grow: who polls on regardless would soon have the longest anyway.
   *
   * @param redis asks Redis
   */
  public Uni<PollOutcome> poll(
      GrantId grant, ClientId client, Proof proof, Supplier<Uni<PollOutcome>> redis) {
    if (after == 0) {
      return redis.get();
    }
    var now = ticker.read();
    var known = grants.getIfPresent(grant);
    var remembered = known != null && known.isOf(client, proof) ? known.remembered(now) : null;
    if (remembered == null) {
      return redis.get().invoke(outcome -> learn(grant, client, proof, outcome, now));
    }
    metrics.answeredFromMemory();
    return Uni.createFrom().item(remembered);
  }

  private void learn(
      GrantId grant, ClientId client, Proof proof, PollOutcome outcome, long askedAt) {
    if (outcome instanceof SlowDown slowDown) {
      slowedDown(grant, client, proof, slowDown, askedAt);
      return;
    }
    var known = grants.getIfPresent(grant);
    // What another client is told, or one without the proof, says nothing of this grant.
    if (known != null && known.isOf(client, proof)) {
      forget(grant, known);
    }
  }

  private void slowedDown(
      GrantId grant, ClientId client, Proof proof, SlowDown slowDown, long askedAt) {
    var known =
        grants
            .asMap()
            .compute(
                grant,
                (id, before) ->
                    before != null && before.isOf(client, proof)
                        ? before
                        : new Impatience(client, proof));
    if (known.slowedDown(slowDown, askedAt, after)) {
      news.listen(grant, heard -> forget(grant, known))
          .subscribe()
          .with(listening -> known.listens(listening, ticker.read()), deaf -> forget(grant, known));
    }
  }

  private void forget(GrantId grant, Impatience known) {
    grants.asMap().remove(grant, known);
  }
}
