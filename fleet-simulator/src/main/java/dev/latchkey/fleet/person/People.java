package dev.latchkey.fleet.person;

import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.statistics.Interval;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.time.RunClock;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The people with the phones: so many browsers, each with its own session, and a queue of those who
 * find none free. On an event loop of their own, so that reading pages delays no device.
 */
public final class People {

  private static final long OPEN = -1;

  private final Context context;
  private final RunClock clock;
  private final Account account;
  private final HttpClient http;
  private final Deque<Browser> idle = new ArrayDeque<>();
  private final Deque<Visit> queue = new ArrayDeque<>();
  private final Map<Walk, Journey> underway = new HashMap<>();
  private final Diary diary;
  private long closed = OPEN;

  private record Journey(Visit visit, long began) {}

  /** To be made on their event loop. */
  public People(Vertx vertx, RunClock clock, Phases phases, Account account, Browsers browsers) {
    this.context = vertx.getOrCreateContext();
    this.clock = clock;
    this.diary = new Diary(phases);
    this.account = account;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setTrustAll(browsers.insecure())
                .setVerifyHost(!browsers.insecure()),
            new PoolOptions().setHttp1MaxSize(browsers.count()));
    for (var i = 0; i < browsers.count(); i++) {
      idle.add(new Browser(http, browsers.hosts()));
    }
  }

  /** How many there are and where they may go. */
  public record Browsers(int count, AllowedHosts hosts, boolean insecure) {}

  /**
   * Sends somebody; from any thread. After the end nobody goes any more, and who was due before it
   * comes too late.
   */
  public void send(Visit visit) {
    context.runOnContext(
        called -> {
          if (!isClosed()) {
            queue.add(visit);
            next();
          } else if (visit.intended() < closed) {
            diary.notBegun(visit, closed);
          }
        });
  }

  /** On their thread only, as all that follows. */
  public Ledger ledger() {
    return diary.ledger();
  }

  public Interval interval() {
    return diary.interval();
  }

  /** Nobody sets out any more; those on their way may come to an end. */
  public void close() {
    closed = clock.now();
    queue.forEach(visit -> diary.notBegun(visit, closed));
    queue.clear();
  }

  /** Whether nobody is on the way. */
  public boolean isQuiet() {
    return underway.isEmpty();
  }

  /** Writes down who has come to no end, and lets go of the network. */
  public void end() {
    var now = clock.now();
    underway.forEach(
        (walk, journey) -> diary.unanswered(journey.visit(), walk, journey.began(), now));
    underway.clear();
    http.close();
  }

  private boolean isClosed() {
    return closed != OPEN;
  }

  private void next() {
    while (!queue.isEmpty() && !idle.isEmpty()) {
      walk(queue.remove(), idle.remove());
    }
  }

  private void walk(Visit visit, Browser browser) {
    var walker = new FormWalker(account, visit.wish(), visit.codes().userCode());
    var walk = new Walk(browser, walker, clock, diary.pages(visit));
    underway.put(walk, new Journey(visit, clock.now()));
    walk.from(visit)
        .onComplete(
            ended -> {
              var journey = underway.remove(walk);
              if (journey != null) {
                arrived(journey, ended);
                idle.add(browser);
                next();
              }
            });
  }

  private void arrived(Journey journey, AsyncResult<Long> ended) {
    var now = clock.now();
    var visit = journey.visit();
    if (ended.succeeded()) {
      diary.decided(visit, journey.began(), now);
      visit.pressed().accept(ended.result());
    } else {
      diary.gaveUp(visit, ended.cause(), journey.began(), now);
    }
  }
}
