package dev.latchkey.fleet.run;

import dev.latchkey.fleet.person.People;
import dev.latchkey.fleet.statistics.Interval;
import dev.latchkey.fleet.statistics.Ledger;
import io.vertx.core.Context;
import io.vertx.core.Future;

/** The people, from the outside of their event loop. */
record Crowd(Context context, People people) {

  Future<Void> look(Interval total) {
    return Loops.tell(context, () -> people.interval().drainInto(total));
  }

  void close() {
    context.runOnContext(called -> people.close());
  }

  Future<Boolean> isQuiet() {
    return Loops.call(context, people::isQuiet);
  }

  Future<Void> end(Interval interval, Ledger total) {
    return Loops.tell(
        context,
        () -> {
          people.end();
          people.interval().drainInto(interval);
          total.add(people.ledger());
        });
  }
}
