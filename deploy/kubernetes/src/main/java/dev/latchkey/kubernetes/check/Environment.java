package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The variables of a container whose values can be read: its own, and those of ConfigMaps. */
public record Environment(Map<String, String> values) {

  /** Of a container of {@code owner}. */
  public static Environment of(Container container, HasMetadata owner, Installation installation) {
    var values = new HashMap<String, String>();
    container
        .getEnvFrom()
        .forEach(
            from -> {
              if (from.getConfigMapRef() != null) {
                installation
                    .find(ConfigMap.class, owner, from.getConfigMapRef().getName())
                    .ifPresent(map -> values.putAll(map.getData()));
              }
            });
    container
        .getEnv()
        .forEach(
            variable -> {
              if (variable.getValueFrom() == null) {
                values.put(variable.getName(), Objects.requireNonNullElse(variable.getValue(), ""));
              }
            });
    return new Environment(Map.copyOf(values));
  }

  /** Empty if there is none. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }
}
