package dev.latchkey.bench.measure;

import dev.latchkey.bench.load.Order;
import dev.latchkey.bench.stand.Server;
import java.util.List;

/**
 * A kind of request.
 *
 * @param servers whose time it takes: the one that is asked, and any that has to do with it later
 * @param expected how each should be answered, as a {@link dev.latchkey.bench.load.Outcome} counts
 * @param before what makes things ready for a turn; its cost is nobody's
 */
public record Work(List<Server> servers, Order order, String expected, Runnable before) {

  public Work {
    servers = List.copyOf(servers);
  }

  /** The same requests, sent otherwise. */
  Work with(Order other) {
    return new Work(servers, other, expected, before);
  }
}
