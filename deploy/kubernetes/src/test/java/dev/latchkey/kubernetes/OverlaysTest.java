package dev.latchkey.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kubernetes.check.Checks;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every overlay is built as it is applied, and asked what must be true of it. */
class OverlaysTest {

  private static final String AUTHORITY = "/etc/latchkey/stores/ca.crt";

  private static final List<String> SERVICES =
      List.of("device-authz-service", "token-service", "verification-ui");

  @ParameterizedTest
  @ValueSource(strings = {"demo", "production", "production-gateway"})
  void nothingIsWrongWithIt(String overlay) {
    // When
    var violations = Checks.violations(Rendered.text(overlay));

    // Then
    assertThat(violations).isEmpty();
  }

  @Test
  void productionHasThreePodsAndMoreOfEachServiceByLoad() {
    // When
    var scalers =
        Rendered.production()
            .all(HorizontalPodAutoscaler.class)
            .map(
                each ->
                    each.getSpec().getScaleTargetRef().getName()
                        + " "
                        + each.getSpec().getMinReplicas())
            .toList();

    // Then
    assertThat(scalers)
        .containsExactlyInAnyOrderElementsOf(SERVICES.stream().map(each -> each + " 3").toList());
  }

  @Test
  void theServiceThatAnswersPollsIsScaledByThem() {
    // When
    var metrics =
        Rendered.production()
            .find(HorizontalPodAutoscaler.class, deployment("token-service"), "token-service")
            .orElseThrow()
            .getSpec()
            .getMetrics();

    // Then
    assertThat(metrics).filteredOn(each -> each.getResource() != null).hasSize(1);
    assertThat(metrics)
        .filteredOn(each -> each.getPods() != null)
        .extracting(each -> each.getPods().getMetric().getName())
        .containsExactly("latchkey_polls_per_second");
  }

  @Test
  void thatFigureIsMadeOfAMetricThatThereIs() throws IOException {
    // When
    var rule = Files.readString(Rendered.HOME.resolve("docs/kubernetes.md"));

    // Then
    assertThat(rule)
        .contains("as: latchkey_polls_per_second")
        .contains("seriesQuery: 'latchkey_polls_total{");
    assertThat(Files.readString(Rendered.HOME.resolve("docs/metrics.md")))
        .contains("| `latchkey_polls_total` | counter |");
  }

  @Test
  void theAutoscalersAloneSayHowManyPodsThereAre() {
    // When
    var counts =
        Rendered.production()
            .all(Deployment.class)
            .map(each -> each.getSpec().getReplicas())
            .toList();

    // Then
    assertThat(counts).hasSize(SERVICES.size()).containsOnlyNulls();
  }

  @Test
  void podsOfAServiceAreApartAndNeverAllAway() {
    // When
    var installation = Rendered.production();

    // Then
    assertThat(
            installation.all(PodDisruptionBudget.class).map(each -> each.getMetadata().getName()))
        .containsExactlyInAnyOrderElementsOf(SERVICES);
    assertThat(installation.all(Deployment.class))
        .allSatisfy(
            each ->
                assertThat(each.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                    .extracting(spread -> spread.getTopologyKey())
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname"));
  }

  @Test
  void aNodeThatIsFullOrTaintedHoldsNoPodUp() {
    // When
    var deployments = Rendered.production().all(Deployment.class);

    // Then
    assertThat(deployments)
        .allSatisfy(
            each ->
                assertThat(each.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                    .isNotEmpty()
                    .extracting(spread -> spread.getWhenUnsatisfiable())
                    .containsOnly("ScheduleAnyway"));
  }

  @Test
  void whatTheRegistryRefersToIsInTheListOfSecrets() throws IOException {
    // Given
    var registry = Files.readString(Rendered.OVERLAYS.resolve("production/registry.yaml"));

    // When
    var names =
        Pattern.compile("env: (\\w+)").matcher(registry).results().map(it -> it.group(1)).toList();

    // Then
    assertThat(names).isNotEmpty();
    assertThat(Files.readString(Rendered.HOME.resolve("docs/kubernetes.md"))).contains(names);
    assertThat(Rendered.secrets()).contains(names);
  }

  @Test
  void bothWaysInHaveClassesOfTheirOwnForAdministration() {
    // When
    var ingress =
        Rendered.production()
            .all(Ingress.class)
            .map(each -> each.getSpec().getIngressClassName())
            .toList();
    var gateway =
        Rendered.of("production-gateway")
            .all(Gateway.class)
            .map(each -> each.getSpec().getGatewayClassName())
            .toList();

    // Then
    assertThat(ingress).containsExactlyInAnyOrder("example-public", "example-internal");
    assertThat(gateway).containsExactlyInAnyOrder("example-public", "example-internal");
  }

  @Test
  void storesAreSpokenToInTlsAndTheirNamesChecked() throws IOException {
    // When
    var settings = Files.readString(Rendered.OVERLAYS.resolve("production/settings.env"));

    // Then
    assertThat(settings)
        .contains("QUARKUS_REDIS_HOSTS=rediss://")
        .doesNotContain("=redis://", ",redis://")
        .contains("?sslmode=verify-full&sslrootcert=" + AUTHORITY)
        .contains("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE=verify-full")
        .contains("QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS=" + AUTHORITY)
        .contains("QUARKUS_TLS_REDIS_TRUST_STORE_PEM_CERTS=" + AUTHORITY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "production", "production-gateway"})
  void everySettingOfOursIsOneThatThereIs(String overlay) throws IOException {
    // Given
    var settings = Files.readString(Rendered.HOME.resolve("docs/configuration.md"));

    // When
    var named =
        Rendered.of(overlay)
            .all(ConfigMap.class)
            .flatMap(map -> map.getData().keySet().stream())
            .filter(name -> name.startsWith("LATCHKEY_"));

    // Then
    assertThat(named)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(settings).contains("Environment variable: `" + name + "`"));
  }

  @Test
  void everyPodAndJobHasTheAuthorityOfTheStores() {
    // When
    var production = Rendered.production();
    var pods =
        Stream.concat(
            production.all(Deployment.class).map(each -> each.getSpec().getTemplate()),
            production.all(Job.class).map(each -> each.getSpec().getTemplate()));

    // Then
    assertThat(pods)
        .hasSize(2 * SERVICES.size())
        .allSatisfy(
            pod ->
                assertThat(pod.getSpec().getContainers().getFirst().getVolumeMounts())
                    .extracting(mount -> mount.getMountPath())
                    .contains(AUTHORITY.replace("/ca.crt", "")));
  }

  @Test
  void prometheusIsToldWhatToReadAndWhenToCall() {
    // When
    var kinds = Rendered.production().manifests().stream().map(HasMetadata::getKind).toList();

    // Then
    assertThat(kinds).contains("ServiceMonitor", "PrometheusRule");
    assertThat(Rendered.production().all(ServiceMonitor.class)).hasSize(1);
  }

  @Test
  void eachWayInHasItsOwnKindOfRoute() {
    // When
    var ingress = kinds("production");
    var gateway = kinds("production-gateway");

    // Then
    assertThat(ingress).contains("Ingress").doesNotContain("HTTPRoute", "Gateway");
    assertThat(gateway).contains("HTTPRoute", "Gateway").doesNotContain("Ingress");
  }

  private static List<String> kinds(String overlay) {
    return Rendered.of(overlay).manifests().stream().map(HasMetadata::getKind).toList();
  }

  private static HasMetadata deployment(String name) {
    return Rendered.production()
        .all(Deployment.class)
        .filter(each -> each.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
