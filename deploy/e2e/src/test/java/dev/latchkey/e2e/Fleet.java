package dev.latchkey.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Devices of one person that refresh again and again, each with the token it was given last. */
final class Fleet {

  static final String CLIENT = "fleet-tv";

  private final List<Device> devices;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  private Fleet(List<Device> devices) {
    this.devices = devices;
  }

  /** Devices that have signed in, and refresh at these services in turn. */
  static Fleet of(int size, Tv tv, Tv... services) {
    var alice = Phone.ofAlice();
    return new Fleet(
        IntStream.range(0, size)
            .mapToObj(i -> new Device(tv.of(CLIENT).signIn(alice), services[i % services.length]))
            .toList());
  }

  /** Every device refreshes at that pace as long as {@code story} goes on. */
  void refreshEvery(Duration pause, Runnable story) {
    try (ScheduledExecutorService clock =
        Executors.newScheduledThreadPool(devices.size(), Thread.ofVirtual().factory())) {
      for (var device : devices) {
        var unused =
            clock.scheduleWithFixedDelay(
                () -> refresh(device), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
      }
      story.run();
      clock.shutdown();
    }
  }

  /** Once each. */
  List<Answer> refresh() {
    return devices.stream().map(Device::refresh).toList();
  }

  /** Whether every device has been given tokens since it was asked to forget. */
  boolean allRefreshed() {
    return devices.stream().allMatch(device -> device.refreshed);
  }

  void forget() {
    answers.clear();
    devices.forEach(device -> device.refreshed = false);
  }

  Queue<Answer> answers() {
    return answers;
  }

  /** Requests without an answer. */
  Queue<Throwable> failures() {
    return failures;
  }

  private void refresh(Device device) {
    try {
      answers.add(device.refresh());
    } catch (RuntimeException | AssertionError e) {
      failures.add(e);
    }
  }

  private static final class Device {

    private final Tv tv;
    private volatile String token;
    private volatile boolean refreshed;

    Device(Answer tokens, Tv service) {
      this.token = tokens.refreshToken();
      this.tv = service.of(CLIENT);
    }

    Answer refresh() {
      var answer = tv.refresh(token);
      if (answer.hasTokens()) {
        token = answer.refreshToken();
        refreshed = true;
      }
      return answer;
    }
  }
}
