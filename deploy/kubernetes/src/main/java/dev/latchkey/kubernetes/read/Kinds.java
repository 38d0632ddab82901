package dev.latchkey.kubernetes.read;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of objects that may be in our manifests; one that is not here is a mistake. */
final class Kinds {

  private static final Map<String, Class<? extends HasMetadata>> ALL =
      Stream.<Class<? extends HasMetadata>>of(
              ConfigMap.class,
              CronJob.class,
              DaemonSet.class,
              Deployment.class,
              Gateway.class,
              HTTPRoute.class,
              HorizontalPodAutoscaler.class,
              Ingress.class,
              Job.class,
              Namespace.class,
              NetworkPolicy.class,
              PersistentVolumeClaim.class,
              Pod.class,
              PodDisruptionBudget.class,
              PrometheusRule.class,
              Secret.class,
              Service.class,
              ServiceAccount.class,
              ServiceMonitor.class,
              StatefulSet.class)
          .collect(Collectors.toMap(Kinds::name, Function.identity()));

  private Kinds() {}

  static Optional<Class<? extends HasMetadata>> find(String apiVersion, String kind) {
    return Optional.ofNullable(ALL.get(apiVersion + "/" + kind));
  }

  private static String name(Class<? extends HasMetadata> type) {
    return HasMetadata.getApiVersion(type) + "/" + HasMetadata.getKind(type);
  }
}
