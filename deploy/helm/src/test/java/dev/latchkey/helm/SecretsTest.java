package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each service gets the secrets that it needs and no others, from Secrets that the values name. */
class SecretsTest {

  private static final int ORDINAL_OF_THE_FILE = 290;
  private static final int ORDINAL_OF_VARIABLES = 300;

  @Test
  void areGivenToTheServicesThatNeedThem() {
    // Given
    var values = Values.least();

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(secrets(rendered, "device-authz-service"))
        .containsOnlyKeys(
            "LATCHKEY_USER_CODE_PEPPER",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD");
    assertThat(secrets(rendered, "token-service"))
        .containsOnlyKeys(
            "LATCHKEY_MASTER_KEY",
            "SECRET_LATCHKEY_REFRESH_TOKEN_SECRETS_K1",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD");
    assertThat(secrets(rendered, "verification-ui"))
        .containsOnlyKeys(
            "LATCHKEY_USER_CODE_PEPPER",
            "LATCHKEY_UPSTREAM_SECRET",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD");
  }

  @Test
  void areReadByTheServiceAsTheSettingsThatTheyAre() {
    // Given
    var rendered =
        Chart.OURS.render(
            Values.with(
                """
                secrets:
                  refreshTokenCurrent: Q4-2026
                  refreshTokenKeys: { Q4-2026: now, k1: before }
                secretSettings:
                  latchkey.actions.refresh.secret: { secret: hooks, key: refresh }
                  quarkus.tls.other.key-store.p12.password: { secret: keys, key: p12 }
                """));

    // When
    var config = read(rendered, "token-service");

    // Then
    assertThat(config.getValues("latchkey.refresh-token.secrets", String.class, String.class))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Q4-2026", "token-service/now", "k1", "token-service/before"));
    assertThat(config.getValue("latchkey.refresh-token.current", String.class))
        .isEqualTo("Q4-2026");
    assertThat(config.getValue("latchkey.actions.refresh.secret", String.class))
        .isEqualTo("hooks/refresh");
    assertThat(config.getValue("quarkus.tls.other.key-store.p12.password", String.class))
        .isEqualTo("keys/p12");
    assertThat(config.getValue("latchkey.master-key", String.class))
        .isEqualTo("token-service/LATCHKEY_MASTER_KEY");
  }

  @Test
  void ofHooksReachTheServicesThatAskThemAlone() {
    // Given
    var values =
        Values.with(
            """
            secretSettings:
              latchkey.upstream.providers.corp.client-secret: { secret: corp, key: secret }
            """);

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(secrets(rendered, "verification-ui")).containsValue("corp/secret");
    assertThat(secrets(rendered, "token-service")).doesNotContainValue("corp/secret");
    assertThat(secrets(rendered, "device-authz-service")).doesNotContainValue("corp/secret");
  }

  @Test
  void areNoLongerThoseOfTheDefaultsWhereThatIsSaid() {
    // Given
    var values =
        Values.with("secrets: { refreshTokenCurrent: b, refreshTokenKeys: { b: b, k1: null } }");

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(secrets(rendered, "token-service").keySet())
        .contains("SECRET_LATCHKEY_REFRESH_TOKEN_SECRETS_B")
        .doesNotContain("SECRET_LATCHKEY_REFRESH_TOKEN_SECRETS_K1");
  }

  @Test
  void thatWouldBeOneVariableAreRefused() {
    // Given
    var values = Values.with("secrets: { refreshTokenKeys: { a-b: b, a_b: c } }");

    // When
    var refusal = Chart.OURS.refusal(values);

    // Then
    assertThat(refusal).contains("SECRETS_A_B: rename one");
  }

  @Test
  void ofTheRegistryAreFiles() {
    // Given
    var values =
        Values.with("registryFile: { existingConfigMap: clients, secrets: [kiosk, hook] }");

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(rendered.container("device-authz-service").getVolumeMounts())
        .extracting("mountPath")
        .contains("/etc/latchkey/secrets/kiosk", "/etc/latchkey/secrets/hook");
    assertThat(
            rendered
                .one(Deployment.class, "-device-authz-service")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getVolumes())
        .filteredOn(volume -> volume.getSecret() != null)
        .extracting("secret.secretName")
        .containsExactlyInAnyOrder("kiosk", "hook");
  }

  /** Reads settings as the services do: the mounted file, and variables above it. */
  private static SmallRyeConfig read(Rendered rendered, String service) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(
            new PropertiesConfigSource(rendered.settings(service), "the file", ORDINAL_OF_THE_FILE),
            new EnvConfigSource(secrets(rendered, service), ORDINAL_OF_VARIABLES))
        .build();
  }

  /** Variables from Secrets; in place of a value stands where it comes from. */
  private static Map<String, String> secrets(Rendered rendered, String service) {
    return rendered.container(service).getEnv().stream()
        .filter(variable -> variable.getValueFrom() != null)
        .collect(Collectors.toMap(EnvVar::getName, SecretsTest::origin));
  }

  private static String origin(EnvVar variable) {
    var reference = variable.getValueFrom().getSecretKeyRef();
    return reference.getName() + "/" + reference.getKey();
  }
}
