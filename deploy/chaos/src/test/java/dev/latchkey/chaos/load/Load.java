package dev.latchkey.chaos.load;

import dev.latchkey.chaos.book.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All devices and people of a run, each in a thread. */
public final class Load {

  private static final List<Proof> MIX =
      List.of(Proof.NONE, Proof.PKCE, Proof.NONE, Proof.DPOP, Proof.PKCE);

  private final Surroundings around;
  private final List<Thread> devices = new ArrayList<>();
  private final List<Thread> people = new ArrayList<>();

  /** Begins at once. */
  public static Load start(Surroundings around, int devices, long seed) {
    var load = new Load(around);
    for (var i = 0; i < devices; i++) {
      var proof = MIX.get(i % MIX.size());
      var device = new Device(around, proof, i % 3 == 2, new Random(seed + i));
      load.devices.add(Thread.startVirtualThread(device));
    }
    around.people().all().forEach(person -> load.people.add(Thread.startVirtualThread(person)));
    return load;
  }

  private Load(Surroundings around) {
    this.around = around;
  }

  /** Lets every device that has begun come to its end, or stops it when that takes too long. */
  public void finish(Duration patience) throws InterruptedException {
    around.pause().close();
    var deadline = System.nanoTime() + patience.toNanos();
    for (var device : devices) {
      device.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
    stop();
  }

  private void stop() throws InterruptedException {
    around.pause().stop();
    for (var one : devices) {
      one.join(Duration.ofSeconds(15));
    }
    for (var one : people) {
      one.join(Duration.ofSeconds(15));
    }
  }
}
