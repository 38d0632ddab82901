package dev.latchkey.redis;

import dev.latchkey.grant.GrantNews.News;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Consumer;

/** One that listens to a channel, or will once the server says so. */
final class NewsListener {

  private final Consumer<News> consumer;
  private final Promise<Void> ready = Promise.promise();

  /** Written by the event loop of the news, read by anybody. */
  private volatile boolean hears;

  NewsListener(Consumer<News> consumer) {
    this.consumer = consumer;
  }

  Future<Void> ready() {
    return ready.future();
  }

  /** At first it is ready then; later it may have missed something. */
  void subscribed() {
    if (!ready.tryComplete()) {
      hear(News.MISSED);
    }
    // Not before: who believes that it hears has been told what it has missed.
    hears = true;
  }

  void fail(String reason) {
    ready.tryFail(reason);
  }

  void lost() {
    hears = false;
  }

  boolean hears() {
    return hears;
  }

  void hear(News news) {
    consumer.accept(news);
  }
}
