package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables are brought up to date once per rollout, before its pods. */
class SchemaTest {

  @Test
  void isBroughtUpToDateBeforeAnInstallationAndAnUpgrade() {
    // Given
    var values = Values.with("registryFile: { content: 'clients: []' }");

    // When
    var rendered = Chart.ALL_SHOWN.render(values);

    // Then
    var hooks =
        rendered
            .all(HasMetadata.class)
            .filter(each -> annotation(each, "").isPresent())
            .collect(
                Collectors.groupingBy(
                    each -> Integer.parseInt(annotation(each, "-weight").orElseThrow()),
                    Collectors.groupingBy(HasMetadata::getKind, Collectors.counting())));
    assertThat(hooks)
        .isEqualTo(
            Map.of(
                -10, Map.of("ServiceAccount", 1L, "NetworkPolicy", 1L, "ConfigMap", 3L),
                0, Map.of("Job", 3L)));
  }

  @Test
  void hasTheJobOfEachService() {
    // Given
    var values = Values.with("schema: { secret: database-owner }");

    // When
    var rendered = Chart.ALL_SHOWN.render(values);

    // Then
    for (var service : Chart.SERVICES) {
      var container =
          rendered
              .one(Job.class, service + "-schema")
              .getSpec()
              .getTemplate()
              .getSpec()
              .getContainers()
              .getFirst();
      assertThat(container.getImage()).isEqualTo(rendered.container(service).getImage());
      assertThat(variable(container.getEnv(), "LATCHKEY_SCHEMA_MIGRATE")).isEqualTo("only");
      assertThat(variable(container.getEnv(), "QUARKUS_DATASOURCE_USERNAME"))
          .isEqualTo("database-owner");
      assertThat(variable(rendered.container(service).getEnv(), "LATCHKEY_SCHEMA_MIGRATE"))
          .isEqualTo("never");
      assertThat(variable(rendered.container(service).getEnv(), "QUARKUS_DATASOURCE_USERNAME"))
          .isEqualTo("database");
    }
  }

  @Test
  void isEachPodsOwnMatterWithoutJobs() {
    // Given
    var values = Values.with("schema: { job: false }");

    // When
    var rendered = Chart.ALL_SHOWN.render(values);

    // Then
    assertThat(rendered.all(Job.class)).isEmpty();
    assertThat(rendered.all(ServiceAccount.class)).hasSize(Chart.SERVICES.size());
    assertThat(rendered.container("token-service").getEnv())
        .extracting(EnvVar::getName)
        .doesNotContain("LATCHKEY_SCHEMA_MIGRATE");
  }

  private static Optional<String> annotation(HasMetadata object, String end) {
    return Optional.ofNullable(object.getMetadata().getAnnotations())
        .map(annotations -> annotations.get(Chart.HOOK + end));
  }

  /** Its value, or the Secret that it comes from. */
  private static String variable(Iterable<EnvVar> all, String name) {
    for (var each : all) {
      if (each.getName().equals(name)) {
        return each.getValueFrom() == null
            ? each.getValue()
            : each.getValueFrom().getSecretKeyRef().getName();
      }
    }
    throw new AssertionError(Objects.toString(all) + " has no " + name);
  }
}
