package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A container asks for processor and memory, and is bound in memory. Not in processor time: a limit
 * there stops pods in the middle of a request.
 */
final class Resources implements Check {

  @Override
  public Stream<String> violations(Installation installation) {
    return installation
        .workloads()
        .flatMap(workload -> workload.wrong(workload.containers(), each -> of(each).stream()));
  }

  private static List<String> of(Container container) {
    var resources = container.getResources();
    if (resources == null) {
      return List.of("has no resources");
    }
    Map<String, Quantity> requests = Objects.requireNonNullElse(resources.getRequests(), Map.of());
    Map<String, Quantity> limits = Objects.requireNonNullElse(resources.getLimits(), Map.of());
    var wrong = new ArrayList<String>();
    if (requests.get("cpu") == null) {
      wrong.add("requests no cpu");
    }
    var least = requests.get("memory");
    var most = limits.get("memory");
    if (least == null) {
      wrong.add("requests no memory");
    }
    if (most == null) {
      wrong.add("has no limit of memory");
    }
    if (least != null
        && most != null
        && least.getNumericalAmount().compareTo(most.getNumericalAmount()) > 0) {
      wrong.add("requests more memory than its limit");
    }
    return wrong;
  }
}
