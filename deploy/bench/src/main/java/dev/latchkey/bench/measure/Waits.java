package dev.latchkey.bench.measure;

import dev.latchkey.bench.Progress;
import dev.latchkey.bench.proc.MachineTime;
import dev.latchkey.bench.stand.Servers;
import dev.latchkey.bench.stand.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Latency of polls at parts of the capacity, with a fleet that does not wait for the server. */
public record Waits(Simulator simulator, Servers servers, Progress progress) {

  private static final List<Double> SHARES = List.of(0.1, 0.3, 0.5, 0.7);

  /**
   * Measures, the lowest rate first.
   *
   * @param capacity polls a second that came through when the server was kept busy
   */
  public List<Latency> measure(double capacity, Duration time) {
    var waits = new ArrayList<Latency>();
    for (var share : SHARES) {
      // The registry's interval is a second: so many devices are so many polls a second.
      var devices = (int) Math.max(1, capacity * share);
      var before = MachineTime.now();
      var account = simulator.poll(servers.authz(), servers.token(), Grants.CLIENT, devices, time);
      var latency = Latency.of(account, share, MachineTime.now().busySince(before));
      progress.say(
          "%,.0f polls a second: p50 %.1f ms, p99 %.1f ms, machine %.0f %% busy"
              .formatted(
                  latency.perSecond(),
                  latency.p50Millis(),
                  latency.p99Millis(),
                  latency.busy() * 100));
      waits.add(latency);
    }
    return List.copyOf(waits);
  }
}
