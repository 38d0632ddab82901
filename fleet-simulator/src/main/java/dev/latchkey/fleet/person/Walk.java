package dev.latchkey.fleet.person;

import dev.latchkey.fleet.time.RunClock;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;

/** Goes page by page to the end, where there is nothing left to press. */
final class Walk {

  private static final int MOST_PAGES = 10;

  private final Browser browser;
  private final FormWalker walker;
  private final RunClock clock;
  private final Pages pages;
  private long pressed = -1;
  private OptionalLong asked = OptionalLong.empty();

  /** Whom to tell of each page; of those only that were asked for. */
  interface Pages {

    void shown(long took);

    /**
     * Something else came instead of a page.
     *
     * @param status 0 if nothing came
     */
    void refused(int status, long took);
  }

  Walk(Browser browser, FormWalker walker, RunClock clock, Pages pages) {
    this.browser = browser;
    this.walker = walker;
    this.clock = clock;
    this.pages = pages;
  }

  /** Since when it waits for a page; empty if it does not. */
  OptionalLong asked() {
    return asked;
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
    asked = OptionalLong.of(from);
    return page.get()
        .onComplete(
            ended -> {
              asked = OptionalLong.empty();
              tell(ended, clock.now() - from);
            });
  }

  /** A form or link to a host of nobody's choice was left before anything was asked. */
  private void tell(AsyncResult<Document> ended, long took) {
    if (ended.succeeded()) {
      pages.shown(took);
    } else if (!(ended.cause() instanceof WalkException refused)) {
      pages.refused(0, took);
    } else if (refused.status() > 0) {
      pages.refused(refused.status(), took);
    }
  }
}
