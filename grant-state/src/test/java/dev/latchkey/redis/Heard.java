package dev.latchkey.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantNews.Listening;
import dev.latchkey.grant.GrantNews.News;
import dev.latchkey.grant.GrantStoreException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** What somebody who listens for news of a grant has heard so far. */
final class Heard implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final BlockingQueue<News> news;
  private final Listening listening;

  private Heard(BlockingQueue<News> news, Listening listening) {
    this.news = news;
    this.listening = listening;
  }

  /** On a busy machine the first connection ever may take longer than a call may take. */
  static Heard from(Pod pod, DeviceCode code) {
    var news = new LinkedBlockingQueue<News>();
    var listening =
        Awaitility.await()
            .pollDelay(Duration.ZERO)
            .ignoreException(GrantStoreException.class)
            .until(() -> Pod.answer(pod.news.listen(code.grantId(), news::add)), Objects::nonNull);
    return new Heard(news, listening);
  }

  News next() {
    try {
      var next = news.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("the next news").isNotNull();
      return next == null ? News.MISSED : next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The next that is not this, which may come any number of times before. */
  News nextBut(News passedOver) {
    var next = next();
    while (next == passedOver) {
      next = next();
    }
    return next;
  }

  /** Whether what is told now would be heard. */
  boolean hears() {
    return listening.hears();
  }

  /** Whether there is no more than what was taken. */
  boolean isSilent() {
    return news.isEmpty();
  }

  @Override
  public void close() {
    listening.close();
  }
}
