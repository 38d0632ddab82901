package dev.latchkey.oauth.load;

import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Whether this pod can do what is asked of it, request by request. It is asked on the way of every
 * request, so it costs a few nanoseconds: no lock, no clock. It begins to measure when it is asked
 * for the first time.
 */
@ApplicationScoped
public class Overload {

  private static final Duration SHORTEST_LAG = Duration.ofMillis(5);
  private static final long SECOND_MILLIS = 1_000;

  /** A JVM that has just begun is busy with itself. */
  private static final int SECONDS_TO_WARM_UP = 30;

  private final Vertx vertx;
  private final int mostInFlight;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final LongAdder shed = new LongAdder();
  private final List<LoopProbe> probes;
  private final ProcessLoad process = new ProcessLoad();
  private final OverloadLog log = new OverloadLog();
  private final long timer;
  private volatile int secondsUp;

  Overload(Vertx vertx, OverloadConfig config) {
    check(config);
    this.vertx = vertx;
    this.mostInFlight = config.inFlight();
    this.probes =
        EventLoops.of(vertx).stream()
            .map(loop -> new LoopProbe(loop, config.lag().toNanos()))
            .toList();
    probes.forEach(LoopProbe::start);
    this.timer = vertx.setPeriodic(SECOND_MILLIS, tick -> second());
  }

  /** Fails if no pod can be run so. */
  static void check(OverloadConfig config) {
    if (config.inFlight() < 1) {
      throw new IllegalArgumentException("latchkey.overload.in-flight is 1 at least");
    }
    if (config.lag().compareTo(SHORTEST_LAG) < 0) {
      throw new IllegalArgumentException(
          "latchkey.overload.lag is %d ms at least".formatted(SHORTEST_LAG.toMillis()));
    }
  }

  /**
   * Asks for a place for one request: before anything is asked of a store or a key for it, by the
   * thread that has read it. Without one the request is to be answered 503 by {@link
   * OverloadAnswers}, and nothing else done for it.
   *
   * <p>Whoever has got a place leaves it when the request is answered, however that ends, or its
   * client has hung up. A poll that is held leaves as soon as it begins to wait.
   *
   * @return null if there is no place
   */
  public @Nullable Place tryEnter() {
    var here = LoopProbe.here();
    if ((here != null && here.sheds()) || !takePlace()) {
      shed.increment();
      log.refused();
      return null;
    }
    return new Place(this);
  }

  void leave() {
    inFlight.decrementAndGet();
  }

  /**
   * How near this pod is to sending requests away: the share of its places that are taken, how late
   * its event loops are of what they may be, or the processors it uses of those that it may use,
   * whichever is most. From 1 on it sends requests away. In the first half minute only the places
   * count.
   */
  public double pressure() {
    var places = (double) inFlight.get() / mostInFlight;
    if (secondsUp < SECONDS_TO_WARM_UP) {
      return places;
    }
    var lag = probes.stream().mapToDouble(LoopProbe::lag).max().orElse(0);
    return Math.max(places, Math.max(lag, process.share()));
  }

  /** How many requests have a place. */
  int inFlight() {
    return inFlight.get();
  }

  /** How many requests got no place since the start. */
  long shed() {
    return shed.sum();
  }

  private boolean takePlace() {
    if (inFlight.incrementAndGet() <= mostInFlight) {
      return true;
    }
    inFlight.decrementAndGet();
    return false;
  }

  private void second() {
    secondsUp = Math.min(secondsUp + 1, SECONDS_TO_WARM_UP);
    process.sample();
    log.second();
  }

  @PreDestroy
  void stop() {
    vertx.cancelTimer(timer);
    probes.forEach(LoopProbe::stop);
  }
}
