package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No secret is in a manifest: only where it is to be found. */
final class SecretsByReference implements Check {

  private static final Pattern SECRET =
      Pattern.compile(".*(PASSWORD|SECRET|PEPPER|MASTER_KEY|PRIVATE_KEY|CREDENTIAL).*");

  @Override
  public Stream<String> violations(Installation installation) {
    return Stream.of(
            installation
                .all(Secret.class)
                .map(secret -> Installation.name(secret) + ": a secret in the manifests"),
            installation.all(ConfigMap.class).flatMap(SecretsByReference::of),
            installation.workloads().flatMap(SecretsByReference::of))
        .flatMap(all -> all);
  }

  private static Stream<String> of(ConfigMap map) {
    return map.getData().keySet().stream()
        .filter(key -> SECRET.matcher(key).matches())
        .map(key -> "%s: %s belongs in a Secret".formatted(Installation.name(map), key));
  }

  private static Stream<String> of(Workload workload) {
    return workload
        .containers()
        .flatMap(
            container ->
                container.getEnv().stream()
                    .filter(each -> SECRET.matcher(each.getName()).matches())
                    .filter(
                        each ->
                            each.getValueFrom() == null
                                || each.getValueFrom().getSecretKeyRef() == null)
                    .map(
                        each ->
                            "%s: %s is not taken from a Secret"
                                .formatted(workload.name(container), each.getName())));
  }
}
