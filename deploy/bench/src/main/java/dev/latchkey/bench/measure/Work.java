package dev.latchkey.bench.measure;

import dev.latchkey.bench.load.Order;
import dev.latchkey.bench.stand.Server;

/**
 * A kind of request to one server.
 *
 * @param expected how each should be answered, as a {@link dev.latchkey.bench.load.Outcome} counts
 * @param before what makes things ready for a turn; its cost is nobody's
 */
public record Work(Server server, Order order, String expected, Runnable before) {}
