package dev.latchkey.redis;

import dev.latchkey.audit.AuditStream;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits in an {@link AuditQueue}, one call at a time, so that events stay in their order
 * and each costs next to nothing. Nobody who appends waits for it.
 */
@ApplicationScoped
class RedisAuditStream implements AuditStream {

  private static final Logger LOG = Logger.getLogger(RedisAuditStream.class);
  private static final LuaScript APPEND = LuaScript.load("audit_append.lua");

  private static final int LEAST_ENTRIES = 1_000;

  /** Redis does nothing else meanwhile: well below a millisecond. */
  private static final int MOST_AT_ONCE = 128;

  /** For so long an event waits for others. */
  private static final long GATHERING_MILLIS = 20;

  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 4_000;

  /** How long the end of the process may wait for the last events. */
  private static final long LAST_MILLIS = 1_000;

  private final Vertx vertx;
  private final RedisConnections redis;
  private final String mostEntries;
  private final AuditQueue queue = new AuditQueue();
  private final AtomicReference<@Nullable CompletableFuture<Void>> emptied =
      new AtomicReference<>();

  /** Where all is sent from: none of the requests whose events they are. */
  private final Context loop;

  /** What is on its way or has to be sent again; touched on the loop only, as is the next. */
  private List<String> batch = List.of();

  private long pause = FIRST_PAUSE_MILLIS;

  RedisAuditStream(Vertx vertx, RedisConnections redis, AuditStreamConfig config) {
    if (config.mostEntries() < LEAST_ENTRIES) {
      throw new IllegalArgumentException(
          "latchkey.audit-stream.most-entries is at least " + LEAST_ENTRIES);
    }
    this.vertx = vertx;
    this.loop = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
    this.redis = redis;
    this.mostEntries = Integer.toString(config.mostEntries());
  }

  @Override
  public void append(String event) {
    if (queue.add(event) && queue.claim()) {
      sendIn(GATHERING_MILLIS);
    }
  }

  @Override
  public long takeLost() {
    return queue.takeLost();
  }

  @Override
  public Tally tally() {
    return queue.tally();
  }

  /** The last events of a process that is told to end. */
  void end(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent event) {
    var last = new CompletableFuture<Void>();
    emptied.set(last);
    if (queue.claim()) {
      sendIn(1);
    }
    try {
      last.get(LAST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warnf("%d audit events are in the log only: Redis is away", queue.tally().waiting());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendIn(long millis) {
    loop.runOnContext(there -> vertx.setTimer(millis, time -> send()));
  }

  private void send() {
    if (batch.isEmpty()) {
      batch = queue.next(MOST_AT_ONCE);
    }
    var sent = batch;
    if (sent.isEmpty()) {
      rest();
      return;
    }
    append(sent).subscribe().with(taken -> taken(sent, taken), this::failed);
  }

  private Uni<Integer> append(List<String> events) {
    var arguments = new ArrayList<String>(events.size() + 1);
    arguments.add(mostEntries);
    arguments.addAll(events);
    return APPEND.run(redis, RedisKey.AUDIT_EVENTS, arguments).map(RedisAuditStream::count);
  }

  /** How many of the events found room, the first ones. */
  private static int count(Response reply) {
    var name = reply.get(0).toString();
    return switch (name) {
      case "APPENDED", "FULL" -> reply.get(1).toInteger();
      default -> throw APPEND.unknownReply(name);
    };
  }

  private void taken(List<String> sent, int taken) {
    queue.appended(taken);
    if (taken > 0) {
      pause = FIRST_PAUSE_MILLIS;
    }
    batch = List.copyOf(sent.subList(taken, sent.size()));
    if (!batch.isEmpty()) {
      if (queue.stops()) {
        LOG.errorf(
            "the audit stream is full with %s events, as they do not get to PostgreSQL: further ones"
                + " wait in memory, and are then lost",
            mostEntries);
      }
      sendLater();
      return;
    }
    if (queue.flows()) {
      LOG.infof("audit events go to Redis again; %d were lost until now", queue.tally().lost());
    }
    if (emptied.get() != null || queue.tally().waiting() >= MOST_AT_ONCE) {
      send();
    } else {
      sendIn(GATHERING_MILLIS);
    }
  }

  private void failed(Throwable failure) {
    queue.failed();
    if (queue.stops()) {
      LOG.warn("audit events wait in memory until Redis takes them: " + failure);
    }
    sendLater();
  }

  private void sendLater() {
    sendIn(pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
  }

  private void rest() {
    if (!queue.release()) {
      sendIn(GATHERING_MILLIS);
      return;
    }
    var last = emptied.get();
    if (last != null) {
      last.complete(null);
    }
  }
}
