package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.Container;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables are brought up to date once per rollout: by a job, from the image that the pods have; they
 * only wait for it.
 */
final class SchemaOnce implements Check {

  private static final String SETTING = "LATCHKEY_SCHEMA_MIGRATE";

  @Override
  public Stream<String> violations(Installation installation) {
    var migrating =
        installation
            .workloads()
            .filter(workload -> !workload.serves())
            .flatMap(
                workload ->
                    workload
                        .ours()
                        .filter(each -> "only".equals(setting(workload, each, installation))))
            .map(Container::getImage)
            .collect(Collectors.toSet());
    return installation
        .workloads()
        .filter(Workload::serves)
        .flatMap(
            workload ->
                workload.wrong(
                    workload.ours(),
                    each ->
                        Stream.concat(
                            "never".equals(setting(workload, each, installation))
                                ? Stream.of()
                                : Stream.of(SETTING + " is not never"),
                            migrating.contains(each.getImage())
                                ? Stream.of()
                                : Stream.of("no job with its image has " + SETTING + "=only"))));
  }

  private static String setting(Workload workload, Container container, Installation all) {
    return Environment.of(container, workload.object(), all).get(SETTING);
  }
}
