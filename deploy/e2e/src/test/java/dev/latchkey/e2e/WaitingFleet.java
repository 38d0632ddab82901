package dev.latchkey.e2e;

import dev.latchkey.e2e.Tv.Codes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Devices of one client and person: half of them are linked and refresh, half of them poll and
 * nobody has approved them. They go on whatever they are answered, and note when one was served.
 */
final class WaitingFleet {

  private final List<Device> devices;
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final Set<String> errors = ConcurrentHashMap.newKeySet();

  private WaitingFleet(List<Device> devices) {
    this.devices = devices;
  }

  static WaitingFleet of(int size, Tv tv, Phone person) {
    var linked = IntStream.range(0, size / 2).mapToObj(i -> refreshing(tv, tv.signIn(person)));
    var waiting = IntStream.range(0, size / 2).mapToObj(i -> polling(tv, tv.start()));
    return new WaitingFleet(Stream.concat(linked, waiting).toList());
  }

  private static Device refreshing(Tv tv, Answer tokens) {
    return new Device(new Refreshes(tv, tokens.refreshToken()));
  }

  private static Device polling(Tv tv, Codes codes) {
    return new Device(() -> tv.poll(codes));
  }

  /** Every device asks at that pace as long as {@code story} goes on. */
  void askEvery(Duration pause, Runnable story) {
    try (var clock =
        Executors.newScheduledThreadPool(devices.size(), Thread.ofVirtual().factory())) {
      for (var i = 0; i < devices.size(); i++) {
        var device = devices.get(i);
        var start = pause.toMillis() * i / devices.size();
        var unused =
            clock.scheduleWithFixedDelay(
                () -> ask(device), start, pause.toMillis(), TimeUnit.MILLISECONDS);
      }
      story.run();
      clock.shutdown();
    }
  }

  private void ask(Device device) {
    try {
      errors.add(device.ask());
    } catch (RuntimeException | AssertionError e) {
      failures.add(e);
    }
  }

  /** Whether each has been served, other than by 503, by a request sent after that. */
  boolean allServedSince(Instant then) {
    return devices.stream().allMatch(device -> device.lastServed.isAfter(then));
  }

  /** When the last request was sent that was served. */
  Instant lastServed() {
    return devices.stream()
        .map(device -> device.lastServed)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** Whatever error any has been told. */
  Set<String> errors() {
    return errors;
  }

  /** Requests without an answer. */
  Queue<Throwable> failures() {
    return failures;
  }

  /** Each with the token that the last one was answered with. */
  private static final class Refreshes implements Supplier<Answer> {

    private final Tv tv;
    private volatile String token;

    Refreshes(Tv tv, String first) {
      this.tv = tv;
      this.token = first;
    }

    @Override
    public Answer get() {
      var answer = tv.refresh(token);
      if (answer.hasTokens()) {
        token = answer.refreshToken();
      }
      return answer;
    }
  }

  private static final class Device {

    private final Supplier<Answer> request;
    private volatile Instant lastServed = Instant.EPOCH;

    Device(Supplier<Answer> request) {
      this.request = request;
    }

    String ask() {
      var sent = Instant.now();
      var answer = request.get();
      if (answer.status() != 503) {
        lastServed = sent;
      }
      return answer.hasTokens() ? "none" : answer.error();
    }
  }
}
