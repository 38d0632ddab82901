package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The registry file reaches the services that read it, as it was written. */
class RegistryTest {

  private static final String SETTING = "latchkey.registry.file";

  @Test
  void isWrittenAsItWas() throws IOException {
    // Given
    var file = Files.readString(Chart.HOME.resolve("deploy/local/registry.yaml"));
    var values =
        Values.with(
            "registryFile: { content: %s }".formatted(new ObjectMapper().writeValueAsString(file)));

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(rendered.one(ConfigMap.class, "-registry").getData())
        .containsExactly(Map.entry("registry.yaml", file));
    assertThat(maps(rendered, "device-authz-service")).contains("test-latchkey-registry");
  }

  @Test
  void isReadFromTheConfigMapThatIsNamed() {
    // Given
    var values = Values.with("registryFile: { existingConfigMap: clients, key: clients.yaml }");

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(rendered.settings("device-authz-service"))
        .containsEntry(SETTING, "/etc/latchkey/registry/clients.yaml");
    assertThat(maps(rendered, "device-authz-service")).contains("clients");
    assertThat(rendered.settings("verification-ui")).doesNotContainKey(SETTING);
    assertThat(rendered.settings("token-service")).doesNotContainKey(SETTING);
  }

  @Test
  void hasAccountsForThePagesOfOneMachineAlone() {
    // Given
    var values = Values.with("profile: local\nregistryFile: { existingConfigMap: clients }");

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(rendered.settings("verification-ui")).containsKey(SETTING);
    assertThat(maps(rendered, "verification-ui")).contains("clients");
  }

  private static List<String> maps(Rendered rendered, String service) {
    return rendered
        .one(Deployment.class, "-" + service)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getVolumes()
        .stream()
        .filter(volume -> volume.getConfigMap() != null)
        .map(Volume::getConfigMap)
        .map(ConfigMapVolumeSource::getName)
        .toList();
  }
}
