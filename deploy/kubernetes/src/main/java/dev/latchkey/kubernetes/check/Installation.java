package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All objects that are installed together. */
public record Installation(List<HasMetadata> manifests) {

  public Installation {
    manifests = List.copyOf(manifests);
  }

  /** Those of one kind. */
  public <T extends HasMetadata> Stream<T> all(Class<T> kind) {
    return manifests.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The one of that name in that namespace. */
  public <T extends HasMetadata> Optional<T> find(
      Class<T> kind, HasMetadata neighbour, String name) {
    return all(kind)
        .filter(each -> each.getMetadata().getName().equals(name))
        .filter(each -> sameNamespace(each, neighbour))
        .findFirst();
  }

  Stream<Workload> workloads() {
    return manifests.stream().flatMap(Workload::of);
  }

  static boolean sameNamespace(HasMetadata one, HasMetadata other) {
    return Objects.equals(one.getMetadata().getNamespace(), other.getMetadata().getNamespace());
  }

  static String name(HasMetadata object) {
    return object.getKind() + "/" + object.getMetadata().getName();
  }
}
