package dev.latchkey.fleet.person;

import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.statistics.Interval;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.statistics.Outcome;
import dev.latchkey.fleet.time.RunClock;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The people with the phones: so many browsers, each with its own session, and a queue of those who
 * find none free. On an event loop of their own, so that reading pages delays no device.
 */
public final class People {

  private static final Outcome DECIDED = new Outcome(200, "decided");
  private static final Outcome SHOWN = new Outcome(200, "shown");

  private final Context context;
  private final RunClock clock;
  private final Phases phases;
  private final Account account;
  private final HttpClient http;
  private final Deque<Browser> idle = new ArrayDeque<>();
  private final Deque<Visit> queue = new ArrayDeque<>();
  private final Ledger ledger = new Ledger();
  private final Interval interval = new Interval();

  /** To be made on their event loop. */
  public People(Vertx vertx, RunClock clock, Phases phases, Account account, Browsers browsers) {
    this.context = vertx.getOrCreateContext();
    this.clock = clock;
    this.phases = phases;
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

  /** Sends somebody; from any thread. */
  public void send(Visit visit) {
    context.runOnContext(
        called -> {
          queue.add(visit);
          next();
        });
  }

  /** On their thread only, as the other two. */
  public Ledger ledger() {
    return ledger;
  }

  public Interval interval() {
    return interval;
  }

  public void close() {
    queue.clear();
    http.close();
  }

  private void next() {
    while (!queue.isEmpty() && !idle.isEmpty()) {
      walk(queue.remove(), idle.remove());
    }
  }

  private void walk(Visit visit, Browser browser) {
    var phase = phases.at(visit.intended());
    var began = clock.now();
    var walker = new FormWalker(account, visit.wish(), visit.codes().userCode());
    new Walk(browser, walker, clock, took -> ledger.add(phase, Kind.PAGE, SHOWN, took, took))
        .from(visit)
        .onComplete(
            ended -> {
              var now = clock.now();
              var good = ended.succeeded();
              var outcome = good ? DECIDED : new Outcome(0, trouble(ended.cause()));
              ledger.add(phase, Kind.DECISION, outcome, now - visit.intended(), now - began);
              interval.add(Kind.DECISION, now - visit.intended(), good);
              if (good) {
                visit.pressed().accept(ended.result());
              }
              idle.add(browser);
              next();
            });
  }

  private static String trouble(Throwable failure) {
    return failure instanceof WalkException ? String.valueOf(failure.getMessage()) : "no page";
  }
}
