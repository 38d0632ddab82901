package dev.latchkey.fleet.person;

import dev.latchkey.fleet.time.RunClock;
import io.vertx.core.Future;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;

/** Goes page by page to the end, where there is nothing left to press. */
final class Walk {

  private static final int MOST_PAGES = 10;

  private final Browser browser;
  private final FormWalker walker;
  private final RunClock clock;
  private final LongConsumer pages;
  private long pressed = -1;

  /** A walk that reports how long each page took, in nanoseconds. */
  Walk(Browser browser, FormWalker walker, RunClock clock, LongConsumer pages) {
    this.browser = browser;
    this.walker = walker;
    this.clock = clock;
    this.pages = pages;
  }

  /** When the last button was pressed; fails with a {@link WalkException}. */
  Future<Long> from(Visit visit) {
    return Future.succeededFuture(visit)
        .map(Visit::address)
        .compose(address -> timed(() -> browser.open(address)))
        .compose(page -> on(page, 1));
  }

  private Future<Long> on(Document page, int number) {
    var form = walker.next(page);
    if (form.isEmpty()) {
      return pressed < 0
          ? Future.failedFuture(new WalkException("nothing to decide at: " + page.title()))
          : Future.succeededFuture(pressed);
    }
    if (number == MOST_PAGES) {
      return Future.failedFuture(new WalkException("going round in circles at: " + page.title()));
    }
    if (form.get().posts()) {
      pressed = clock.now();
    }
    return timed(() -> browser.submit(form.get())).compose(next -> on(next, number + 1));
  }

  private Future<Document> timed(Supplier<Future<Document>> page) {
    var from = clock.now();
    return page.get().onSuccess(found -> pages.accept(clock.now() - from));
  }
}
