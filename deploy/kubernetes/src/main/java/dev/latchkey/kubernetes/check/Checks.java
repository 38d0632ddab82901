package dev.latchkey.kubernetes.check;

import dev.latchkey.kubernetes.read.Manifests;
import java.util.List;

/** All that is asked of rendered manifests. */
public final class Checks {

  private static final List<Check> ALL =
      List.of(
          new PodPrivileges(),
          new ContainerPrivileges(),
          new Resources(),
          new Probes(),
          new Endings(),
          new TemporaryFiles(),
          new SecretsByReference(),
          new NetworkCoverage(),
          new NetworkRules(),
          new SchemaOnce(),
          new Targets(),
          new RoutedPorts(),
          new RoutedHosts(),
          new RuleMatches(),
          new PublicRoutes());

  private Checks() {}

  /**
   * Reads the text strictly and, if there is no mistake in it, asks everything; empty if all is
   * well. Each line names its object.
   *
   * @param yaml as {@code kubectl kustomize} and {@code helm template} print it, all of an
   *     installation at once
   */
  public static List<String> violations(String yaml) {
    var reading = Manifests.read(yaml);
    if (!reading.mistakes().isEmpty()) {
      return reading.mistakes();
    }
    var installation = new Installation(reading.manifests());
    return ALL.stream().flatMap(check -> check.violations(installation)).toList();
  }
}
