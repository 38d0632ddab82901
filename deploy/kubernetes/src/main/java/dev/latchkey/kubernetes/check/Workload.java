package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whatever makes pods.
 *
 * @param serves whether its pods go on for as long as they can, unlike a job's
 */
record Workload(HasMetadata object, Map<String, String> labels, PodSpec pod, boolean serves) {

  static Stream<Workload> of(HasMetadata object) {
    return switch (object) {
      case Deployment it -> Stream.of(made(it, it.getSpec().getTemplate(), true));
      case StatefulSet it -> Stream.of(made(it, it.getSpec().getTemplate(), true));
      case DaemonSet it -> Stream.of(made(it, it.getSpec().getTemplate(), true));
      case Job it -> Stream.of(made(it, it.getSpec().getTemplate(), false));
      case CronJob it ->
          Stream.of(made(it, it.getSpec().getJobTemplate().getSpec().getTemplate(), false));
      case Pod it -> Stream.of(new Workload(it, labels(it), it.getSpec(), true));
      default -> Stream.of();
    };
  }

  String name() {
    return Installation.name(object);
  }

  /** Those that start before the others included. */
  Stream<Container> containers() {
    return Stream.concat(
        Objects.requireNonNullElse(pod.getInitContainers(), java.util.List.<Container>of())
            .stream(),
        pod.getContainers().stream());
  }

  /** One of our three, by the last part of its image's name. */
  static boolean isOurs(Container container) {
    return Ours.of(container).isPresent();
  }

  /** The containers that are services of ours. */
  Stream<Container> ours() {
    return pod.getContainers().stream().filter(Workload::isOurs);
  }

  /** The port of its pods that a number or a name means. */
  Optional<ContainerPort> port(IntOrString wanted) {
    return pod.getContainers().stream().flatMap(each -> port(each, wanted).stream()).findFirst();
  }

  /** The same of one container; many of its ports have no name, and no number has one. */
  static Optional<ContainerPort> port(Container container, IntOrString wanted) {
    return container.getPorts().stream()
        .filter(
            each ->
                wanted.getIntVal() != null
                    ? wanted.getIntVal().equals(each.getContainerPort())
                    : wanted.getStrVal().equals(each.getName()))
        .findFirst();
  }

  String name(Container container) {
    return name() + ": container " + container.getName();
  }

  /** What is wrong with some of its containers; each line names its own. */
  Stream<String> wrong(
      Stream<Container> containers, Function<Container, Stream<String>> withContainer) {
    return containers.flatMap(
        each -> withContainer.apply(each).map(wrong -> name(each) + ": " + wrong));
  }

  private static Workload made(HasMetadata object, PodTemplateSpec template, boolean serves) {
    return new Workload(object, labels(template), template.getSpec(), serves);
  }

  private static Map<String, String> labels(PodTemplateSpec template) {
    return template.getMetadata() == null
        ? Map.of()
        : Objects.requireNonNullElse(template.getMetadata().getLabels(), Map.of());
  }

  private static Map<String, String> labels(Pod pod) {
    return Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
  }
}
