package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be meant is refused before anything is installed, and Helm names the value. */
class RefusedValuesTest {

  static Stream<Arguments> ofOneValue() {
    return Stream.of(
        arguments("publicURL: https://a.example", "'publicURL' not allowed"),
        arguments("publicUrl: http://login.example.com", "/publicUrl"),
        arguments("publicUrl: https://login.example.com/path", "/publicUrl"),
        arguments("publicUrl: https://login.example.com/", "/publicUrl"),
        arguments("profile: dev", "/profile"),
        arguments("trustedProxies: [everybody]", "/trustedProxies/0"),
        arguments("commonLabels: { app.kubernetes.io/name: other }", "'app.kubernetes.io/name'"),
        arguments("image: { tag: 'v1:latest' }", "/image/tag"),
        arguments("image: { pullPolicy: Sometimes }", "/image/pullPolicy"),
        arguments(
            "tokenService: { image: { digest: 'sha256:abc' } }", "/tokenService/image/digest"),
        arguments("tokenService: { replicas: -1 }", "/tokenService/replicas"),
        arguments("tokenService: { replica: 3 }", "'replica' not allowed"),
        arguments("tokenService: { pod: { runAsUser: 0 } }", "/tokenService/pod/runAsUser"),
        arguments("eachService: { pod: { tmpSize: much } }", "/eachService/pod/tmpSize"),
        arguments("eachService: { pod: { hostNetwork: true } }", "'hostNetwork' not allowed"),
        arguments(
            "eachService: { pod: { topologySpread: { zone: Never } } }",
            "/eachService/pod/topologySpread/zone"),
        arguments("eachService: { podDisruptionBudget: { maxUnavailable: 0 } }", "/maxUnavailable"),
        arguments("redis: { mode: ring, hosts: ['redis:6379'] }", "/redis/mode"),
        arguments("redis: { hosts: [redis] }", "/redis/hosts/0"),
        arguments("redis: { hosts: [] }", "/redis/hosts"),
        arguments("redis: { hosts: ['redis://:pw@redis:6379'] }", "/redis/hosts/0"),
        arguments("redis: { hosts: ['redis:6379'], password: geheim }", "'password' not allowed"),
        arguments("postgresql: { host: db, port: 70000 }", "/postgresql/port"),
        arguments("postgresql: { host: db, password: geheim }", "'password' not allowed"),
        arguments("postgresql: { host: db, tls: { mode: prefer } }", "/postgresql/tls/mode"),
        arguments("secrets: { masterKey: AAAA }", "'masterKey' not allowed"),
        arguments(
            "eachService: { extraEnv: [{ name: LATCHKEY_MASTER_KEY, value: AAAA }] }",
            "/eachService/extraEnv/0"),
        arguments("eachService: { files: [{ path: /a, hostPath: /etc }] }", "/eachService/files/0"),
        arguments("settings: { hold-limit: 3 }", "'hold-limit'"),
        arguments("serviceMonitor: { interval: often }", "/serviceMonitor/interval"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofOneValue")
  void namesTheValueThatCannotBe(String yaml, String named) {
    // Given
    var section = yaml.substring(0, yaml.indexOf(':'));
    var values = Values.of(Values.LEAST.replaceAll("(?m)^%s: .*\\R".formatted(section), "") + yaml);

    // When
    var refusal = Chart.OURS.refusal(values);

    // Then
    assertThat(refusal).contains("values don't meet the specifications").contains(named);
  }

  static Stream<Arguments> ofSeveralValues() {
    var inside = "networkPolicy: { ingressFrom: [{ namespaceSelector: {} }] }\n";
    return Stream.of(
        arguments("ingress: { enabled: true }\ngateway: { enabled: true }", "gateway.enabled"),
        arguments("gateway: { enabled: true }", "gateway.parentRefs"),
        arguments("ingress: { enabled: true }", "networkPolicy.ingressFrom"),
        arguments("serviceMonitor: { enabled: true }", "networkPolicy.metricsFrom"),
        arguments("admin: { enabled: true, host: a.example }", "admin.enabled"),
        arguments(inside + "ingress: { enabled: true }\nadmin: { enabled: true }", "admin.host"),
        arguments(
            inside
                + "ingress: { enabled: true }\nadmin: { enabled: true, host: login.example.com }",
            "admin.host"),
        arguments(
            "registryFile: { content: 'clients: []', existingConfigMap: clients }",
            "registryFile.existingConfigMap"),
        arguments("secrets: { refreshTokenCurrent: k2 }", "secrets.refreshTokenCurrent"),
        arguments("tokenService: { autoscaling: { minReplicas: 20 } }", "autoscaling.maxReplicas"),
        arguments("verificationUi: { autoscaling: { pollsPerSecond: 9 } }", "only token-service"),
        arguments(
            "eachService: { pod: { shutdownDelaySeconds: 20 } }", "terminationGracePeriodSeconds"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofSeveralValues")
  void namesTheValueThatDoesNotFitTheOthers(String yaml, String named) {
    // Given
    var values = Values.with(yaml);

    // When
    var refusal = Chart.OURS.refusal(values);

    // Then
    assertThat(refusal).contains("execution error").contains(named);
  }

  static Stream<Arguments> ofTheStores() {
    return Stream.of(
        arguments("redis: { hosts: ['a:1', 'b:1'] }\npostgresql: { host: a }", "redis.hosts"),
        arguments(
            "redis: { hosts: ['a:1'], tls: { caSecret: a } }\npostgresql: { host: a }",
            "redis.tls.enabled"),
        arguments(
            "redis: { hosts: ['a:1'] }\npostgresql: { host: a, tls: { mode: verify-full } }",
            "postgresql.tls.caSecret"),
        arguments(
            "redis: { hosts: ['a:1'] }\npostgresql: { host: a, tls: { caSecret: a } }",
            "postgresql.tls.mode"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofTheStores")
  void namesWhatIsMissingForAStore(String yaml, String named) {
    // Given
    var values = Values.of("publicUrl: https://login.example.com\n" + yaml);

    // When
    var refusal = Chart.OURS.refusal(values);

    // Then
    assertThat(refusal).contains("execution error").contains(named);
  }

  @Test
  void asksForWhatHasNoDefault() {
    // Given
    var nothing = Values.of("{}");

    // When
    var refusal = Chart.OURS.refusal(nothing);

    // Then
    assertThat(refusal).contains("/publicUrl", "/redis/hosts", "/postgresql/host");
  }

  @Test
  void takesPlainHttpOnThisMachineAlone() {
    // Given
    var local =
        Values.of(Values.LEAST.replace("https://login.example.com", "http://localhost:8080"));

    // When
    var refusal = Chart.OURS.refusal(local);

    // Then
    assertThat(refusal).isEmpty();
  }
}
