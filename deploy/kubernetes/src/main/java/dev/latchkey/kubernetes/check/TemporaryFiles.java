package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.stream.Stream;

/** The JVM and the library that signs write to /tmp; nothing else can be written, and not much. */
final class TemporaryFiles implements Check {

  @Override
  public Stream<String> violations(Installation installation) {
    return installation
        .workloads()
        .flatMap(
            workload ->
                workload
                    .ours()
                    .filter(each -> !bounded(workload, each))
                    .map(each -> workload.name(each) + ": has no bounded emptyDir at /tmp"));
  }

  private static boolean bounded(Workload workload, Container container) {
    return container.getVolumeMounts().stream()
        .filter(mount -> "/tmp".equals(mount.getMountPath()))
        .anyMatch(
            mount ->
                workload.pod().getVolumes().stream()
                    .filter(volume -> volume.getName().equals(mount.getName()))
                    .anyMatch(TemporaryFiles::bounded));
  }

  private static boolean bounded(Volume volume) {
    return volume.getEmptyDir() != null && volume.getEmptyDir().getSizeLimit() != null;
  }
}
