package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.Container;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A pod of ours that is told to end answers on while it is taken out of the way of requests, then
 * finishes those under way: its grace period is longer than both together.
 */
final class Endings implements Check {

  /** Least time for all proxies of a cluster to notice that a pod is not ready. */
  private static final int LEAST_DELAY = 5;

  /** What the services wait for requests under way, unless told otherwise. */
  private static final int TIMEOUT = 8;

  /** For stopping what is left. */
  private static final int REST = 5;

  private static final Pattern SECONDS = Pattern.compile("(?i)(?:PT)?(?<seconds>\\d+)S?");

  @Override
  public Stream<String> violations(Installation installation) {
    return installation
        .workloads()
        .filter(Workload::serves)
        .flatMap(
            workload -> workload.wrong(workload.ours(), each -> of(workload, each, installation)));
  }

  private static Stream<String> of(
      Workload workload, Container container, Installation installation) {
    var environment = Environment.of(container, workload.object(), installation);
    var delay = sleep(container) + seconds(environment.get("QUARKUS_SHUTDOWN_DELAY"), 0);
    if (delay < LEAST_DELAY) {
      return Stream.of(
          "ends before its endpoint is withdrawn: no preStop sleep or QUARKUS_SHUTDOWN_DELAY of %d s"
              .formatted(LEAST_DELAY));
    }
    var needed = delay + seconds(environment.get("QUARKUS_SHUTDOWN_TIMEOUT"), TIMEOUT) + REST;
    var grace = workload.pod().getTerminationGracePeriodSeconds();
    return grace == null || grace < needed
        ? Stream.of("terminationGracePeriodSeconds is not at least %d".formatted(needed))
        : Stream.of();
  }

  private static int sleep(Container container) {
    var lifecycle = container.getLifecycle();
    return lifecycle == null
            || lifecycle.getPreStop() == null
            || lifecycle.getPreStop().getSleep() == null
        ? 0
        : Math.toIntExact(lifecycle.getPreStop().getSleep().getSeconds());
  }

  private static int seconds(String text, int otherwise) {
    var seconds = SECONDS.matcher(text);
    return seconds.matches() ? Integer.parseInt(seconds.group("seconds")) : otherwise;
  }
}
