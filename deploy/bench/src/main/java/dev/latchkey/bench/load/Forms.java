package dev.latchkey.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The requests of one order, in turn, and what is kept of their answers. */
final class Forms {

  /** There is nothing more to send. */
  static final int OVER = -1;

  private static final int NO_VALUE = 0;

  private final Order order;
  private final List<String> values;
  private final List<String> kept;
  private final String head;
  private long sent;

  private Forms(Order order, List<String> values) {
    this.order = order;
    this.values = values;
    this.kept = new ArrayList<>(values);
    this.head =
        """
        POST %s HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        User-Agent: latchkey-bench\r
        Accept: application/json\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: \
        """
            .formatted(order.path(), order.port());
  }

  static Forms of(Order order) throws IOException {
    var file = order.values();
    return new Forms(order, file == null ? List.of() : Files.readAllLines(file));
  }

  /** Which form is next. */
  int next() {
    if (sent == order.requests() || (order.once() && sent == values.size())) {
      return OVER;
    }
    var next = values.isEmpty() ? NO_VALUE : (int) (sent % values.size());
    sent++;
    return next;
  }

  Buffer request(int form) {
    var body = values.isEmpty() ? order.prefix() : order.prefix() + kept.get(form);
    return Buffer.buffer((head + body.length() + "\r\n\r\n" + body).getBytes(ISO_8859_1));
  }

  void answered(int form, Answer answer) {
    if (order.keep() == null) {
      return;
    }
    answer
        .member(order.keep())
        .ifPresent(
            value -> {
              if (values.isEmpty()) {
                kept.add(value);
              } else {
                kept.set(form, value);
              }
            });
  }

  void save() throws IOException {
    if (order.kept() != null) {
      Files.write(order.kept(), kept);
    }
  }
}
