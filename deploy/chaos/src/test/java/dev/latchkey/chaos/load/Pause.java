package dev.latchkey.chaos.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time between what devices do, which ends early for those that need not wait any more. */
public final class Pause {

  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** From now on no device begins anew; those that poll go on to their end. */
  public void close() {
    closing.countDown();
  }

  /** From now on nobody goes on. */
  public void stop() {
    close();
    stopped.countDown();
  }

  boolean isClosing() {
    return closing.getCount() == 0;
  }

  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Lets the time pass; ends early when all is stopped. */
  public void pass(Duration time) throws InterruptedException {
    var unused = stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
