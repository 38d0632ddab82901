package dev.latchkey.fleet.command;

import dev.latchkey.fleet.wire.Loopback;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Makes sure that a host which is not this machine is driven only by somebody who means it. */
final class ForeignHosts {

  private final Surroundings surroundings;
  private final boolean yes;
  private final int devices;
  private final Set<String> agreed = new TreeSet<>();

  ForeignHosts(Surroundings surroundings, boolean yes, int devices) {
    this.surroundings = surroundings;
    this.yes = yes;
    this.devices = devices;
  }

  /**
   * Asks about those that nobody was asked about yet.
   *
   * @throws UsageException if the answer is not yes, or nobody is there
   */
  void agree(Collection<String> hosts) {
    var unknown = new TreeSet<String>();
    for (var host : hosts) {
      if (!agreed.contains(host) && !Loopback.isWhereItLeads(host)) {
        unknown.add(host);
      }
    }
    if (!unknown.isEmpty() && !yes) {
      var names = String.join(", ", unknown);
      var question =
          "This sends the requests of %,d devices to %s, which is not this machine. Is it yours, and should it? [y/N] "
              .formatted(devices, names);
      var answer =
          surroundings
              .ask(question)
              .orElseThrow(
                  () -> new UsageException(names + " is not this machine: confirm with --yes"));
      if (!answer.strip().equalsIgnoreCase("y") && !answer.strip().equalsIgnoreCase("yes")) {
        throw new UsageException("nothing was sent to " + names);
      }
    }
    agreed.addAll(hosts);
  }

  Set<String> agreed() {
    return agreed;
  }
}
