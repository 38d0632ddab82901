package dev.latchkey.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.net.NetClient;
import java.io.IOException;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One order as it is carried out, all of it on one event loop. */
final class Run {

  static final String LOST = "connection lost";

  private static final double NANOS = 1e9;

  private final Order order;
  private final Forms forms;
  private final TreeMap<String, Long> answers = new TreeMap<>();
  private final Promise<Outcome> outcome = Promise.promise();
  private final long began = System.nanoTime();
  private long last = began;
  private int open;

  private Run(Order order, Forms forms) {
    this.order = order;
    this.forms = forms;
  }

  /** To be called on the event loop; fails if the server cannot be reached. */
  static Future<Outcome> start(NetClient client, Order order) throws IOException {
    var run = new Run(order, Forms.of(order));
    var lanes =
        IntStream.range(0, order.connections())
            .mapToObj(lane -> client.connect(order.port(), "127.0.0.1"))
            .toList();
    return Future.all(lanes)
        .compose(
            connected -> {
              run.open = lanes.size();
              lanes.forEach(lane -> new Lane(lane.result(), run).next());
              return run.outcome.future();
            });
  }

  Forms forms() {
    return forms;
  }

  int next() {
    return System.nanoTime() - began > order.time().toNanos() ? Forms.OVER : forms.next();
  }

  void count(String answer) {
    answers.merge(answer, 1L, Long::sum);
    last = System.nanoTime();
  }

  void closed() {
    open--;
    if (open > 0) {
      return;
    }
    try {
      forms.save();
      outcome.complete(new Outcome(answers, (last - began) / NANOS));
    } catch (IOException e) {
      outcome.fail(e);
    }
  }
}
