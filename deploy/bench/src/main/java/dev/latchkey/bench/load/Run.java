package dev.latchkey.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** One order as it is carried out, all of it on one event loop. */
final class Run {

  static final String LOST = "connection lost";

  private static final double NANOS = 1e9;
  private static final int DIGITS = 3;

  /** After the last connection is there, the server may still be busy with having accepted them. */
  private static final long REST_MILLIS = 1_000;

  private final Order order;
  private final Forms forms;
  private final Queue<Lane> idle = new ArrayDeque<>();
  private final TreeMap<String, Long> answers = new TreeMap<>();
  private final Histogram micros = new Histogram(DIGITS);
  private final Promise<Outcome> outcome = Promise.promise();
  private Arrivals arrivals;
  private long last;
  private int open;

  private Run(Order order, Forms forms, int open) {
    this.order = order;
    this.forms = forms;
    this.open = open;
    arrivals = new Arrivals(order.perSecond(), System.nanoTime());
    last = arrivals.began();
  }

  /** To be called on the event loop; fails if the server cannot be reached. */
  static Future<Outcome> start(Vertx vertx, NetClient client, Order order) throws IOException {
    var forms = Forms.of(order);
    var sockets =
        IntStream.range(0, order.connections())
            .mapToObj(lane -> client.connect(order.port(), "127.0.0.1"))
            .toList();
    return Future.all(sockets)
        .compose(
            connected -> {
              var run = new Run(order, forms, sockets.size());
              sockets.forEach(socket -> run.idle.add(new Lane(socket.result(), run)));
              return order.perSecond() == Order.UNPACED ? run.go() : run.keepPace(vertx);
            });
  }

  private Future<Outcome> go() {
    sendDue();
    return outcome.future();
  }

  private Future<Outcome> keepPace(Vertx vertx) {
    vertx.setTimer(
        REST_MILLIS,
        first -> {
          var ticks = vertx.setPeriodic(Arrivals.TICK.toMillis(), tick -> sendDue());
          outcome.future().onComplete(done -> vertx.cancelTimer(ticks));
          arrivals = new Arrivals(order.perSecond(), System.nanoTime());
          sendDue();
        });
    return outcome.future();
  }

  Forms forms() {
    return forms;
  }

  /** A connection can take the next request. */
  void free(Lane lane) {
    idle.add(lane);
    sendDue();
  }

  void count(String answer, long due) {
    answers.merge(answer, 1L, Long::sum);
    last = System.nanoTime();
    micros.recordValue(TimeUnit.NANOSECONDS.toMicros(last - due));
  }

  void closed(Lane lane) {
    idle.remove(lane);
    open--;
    if (open > 0) {
      return;
    }
    try {
      forms.save();
      outcome.complete(
          new Outcome(answers, (last - arrivals.began()) / NANOS, Latencies.of(micros)));
    } catch (IOException e) {
      outcome.fail(e);
    }
  }

  private void sendDue() {
    var now = System.nanoTime();
    var due = arrivals.next(now);
    while (!idle.isEmpty() && due <= now) {
      var form = now - arrivals.began() > order.time().toNanos() ? Forms.OVER : forms.next();
      if (form == Forms.OVER) {
        hangUp();
        return;
      }
      arrivals.take();
      idle.remove().send(form, due);
      due = arrivals.next(now);
    }
  }

  /** Of connections that are under way, each does so when it has its answer. */
  private void hangUp() {
    var done = new ArrayDeque<>(idle);
    idle.clear();
    done.forEach(Lane::hangUp);
  }
}
