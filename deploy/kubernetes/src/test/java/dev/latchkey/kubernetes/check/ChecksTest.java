package dev.latchkey.kubernetes.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake, made in manifests that are sound without it, is found and named. */
class ChecksTest {

  private static String sound = "";

  @BeforeAll
  static void read() throws IOException {
    try (var text = ChecksTest.class.getResourceAsStream("/sound.yaml")) {
      sound = new String(requireNonNull(text).readAllBytes(), UTF_8);
    }
  }

  @Test
  void nothingIsSaidOfSoundManifests() {
    // When
    var violations = Checks.violations(sound);

    // Then
    assertThat(violations).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          terminationGracePeriodSeconds          | terminationGraceSeconds       | unknown field spec.template.spec.terminationGraceSeconds
          drop: [ALL]                            | drops: [ALL]                  | unknown field spec.template.spec.containers[0].securityContext.capabilities.drops
          containerPort: 8080                    | containerPort: "8080"         | Deployment/token-service: Cannot coerce
          value: never                           | value: 1                      | Deployment/token-service: Cannot coerce
          kind: Deployment                       | kind: Deploy                  | Deploy/token-service: no known kind
          name: tmp\\n          emptyDir      | emptyDir                      | Deployment/token-service: not as Kubernetes describes it
          spec:\\n  podSelector: {}              | spec:                         | NetworkPolicy/default-deny: not as Kubernetes describes it
          automountServiceAccountToken: false    | automountServiceAccountToken: true | Deployment/token-service: automountServiceAccountToken is not false
          serviceAccountName: token-service      | serviceAccountName: other     | has no service account of its own
          terminationGracePeriodSeconds: 30      | hostNetwork: true             | shares a namespace with its node
          emptyDir: { sizeLimit: 64Mi }          | hostPath: { path: /tmp }      | mounts a path of its node
          runAsNonRoot: true                     | runAsNonRoot: false           | runAsNonRoot is not true
          runAsUser: 65532                       | runAsUser: 0                  | runAsUser is no number of a user but root
          type: RuntimeDefault                   | type: Unconfined              | seccompProfile is not RuntimeDefault
          allowPrivilegeEscalation: false        | allowPrivilegeEscalation: true | allowPrivilegeEscalation is not false
          allowPrivilegeEscalation: false        | privileged: true              | is privileged
          readOnlyRootFilesystem: true           | readOnlyRootFilesystem: false | readOnlyRootFilesystem is not true
          capabilities: { drop: [ALL] }          | capabilities: { drop: [ALL], add: [NET_ADMIN] } | does not drop ALL capabilities
          requests: { cpu: 500m, memory: 256Mi } | requests: { cpu: 500m }       | requests no memory
          requests: { cpu: 500m, memory: 256Mi } | requests: { memory: 256Mi }   | requests no cpu
          limits: { memory: 384Mi }              | limits: {}                    | has no limit of memory
          limits: { memory: 384Mi }              | limits: { memory: 128Mi }     | requests more memory than its limit
          startupProbe: { httpGet: { path: /q/health/started, port: management } } | | has no startupProbe
          readinessProbe: { httpGet: { path: /q/health/ready, port: 9000 } } | | has no readinessProbe
          path: /q/health/live, port: 9000       | path: /q/health/live, port: 8080 | livenessProbe does not ask /q/health/live on port 9000
          lifecycle: { preStop: { sleep: { seconds: 5 } } } |                    | ends before its endpoint is withdrawn
          terminationGracePeriodSeconds: 30      | terminationGracePeriodSeconds: 15 | terminationGracePeriodSeconds is not at least 18
          emptyDir: { sizeLimit: 64Mi }          | emptyDir: {}                  | has no bounded emptyDir at /tmp
          valueFrom: { secretKeyRef: { name: latchkey, key: master-key } } | value: AAECAwQ= | LATCHKEY_MASTER_KEY is not taken from a Secret
          kind: ServiceAccount                   | kind: Secret                  | Secret/token-service: a secret in the manifests
          podSelector: {}                        | podSelector: { matchLabels: { app: other } } | Job/token-service-schema: no NetworkPolicy for its Egress
          policyTypes: [Ingress, Egress]         | policyTypes: [Ingress]        | Job/token-service-schema: no NetworkPolicy for its Egress
          from: [{ podSelector: { matchLabels: { app: gateway } } }]\\n      | | NetworkPolicy/token-service: lets everybody in
          ports: [{ port: 8080 }]                | ports: []                     | NetworkPolicy/token-service: opens every port
          ports: [{ port: 8080 }]                | ports: [{ port: 5005 }]       | NetworkPolicy/token-service: opens 5005, which is no port of Deployment/token-service
          ports: [{ port: management }]          | ports: [{ port: debug }]      | NetworkPolicy/token-service: opens debug, which is no port of Deployment/token-service
          ports: [{ port: 8080 }]                | ports: [{ port: 8080, endPort: 9999 }] | NetworkPolicy/token-service: opens 8080 to 9999
          ports: [{ port: 8080 }]                | ports: [{ protocol: TCP }]    | NetworkPolicy/token-service: opens all
          to: [{ ipBlock: { cidr: 192.0.2.0/24 } }] | to: []                     | NetworkPolicy/token-service: lets it call everybody, at every port
          latchkey.master-key=                   | latchkey.master-key=AAECAwQ=  | ConfigMap/settings: latchkey.master-key belongs in a Secret
          latchkey.master-key=                   | latchkey.refresh-token.secrets.k1: AAECAwQ= | ConfigMap/settings: latchkey.refresh-token.secrets.k1 belongs in a Secret
          ${UPSTREAM_SECRET}                     | AAECAwQ=                      | ConfigMap/settings: latchkey.upstream.secret belongs in a Secret
          ${REDIS_PASSWORD}                      | wonderland                    | ConfigMap/settings: a password within application.properties
          https://login.example.com              | "postgresql://db/latchkey?user=me&password=wonderland" | ConfigMap/settings: a password within LATCHKEY_PUBLIC_URL
          value: never                           | value: "redis://me:wonderland@redis" | container token-service: a password within LATCHKEY_SCHEMA_MIGRATE
          value: never                           | value: at-start               | LATCHKEY_SCHEMA_MIGRATE is not never
          value: only                            | value: never                  | no job with its image has LATCHKEY_SCHEMA_MIGRATE=only
          selector: { app: token-service }       | selector: { app: token }      | Service/token-service: selects no pod
          ports:\\n    - { name: http, port: 80, targetPort: http } |                | Service/token-service: has no port
          endpoints: [{ port: metrics }]         | endpoints: [{ port: other }]  | ServiceMonitor/latchkey: there is no port other of Service/metrics
          selector: { matchLabels: { monitored   | selector: { matchLabels: { other | ServiceMonitor/latchkey: there is no Service with these labels
          name: token-service, labels: { app: token-service } | name: token-service, labels: { monitored: "yes" } | ServiceMonitor/latchkey: there is no port metrics of Service/token-service
          name: metrics, labels: { monitored     | name: metrics, labels: { other | Deployment/token-service: no ServiceMonitor reads it
          targetPort: http                       | targetPort: 8081              | Service/token-service: no pod has its port http
          """)
  void aMistakeIsFoundAndNamed(String right, @Nullable String wrong, String said) {
    // Given
    var text = right.replace("\\n", "\n");
    var mistaken = sound.replace(text, wrong == null ? "" : wrong);

    // When
    var violations = Checks.violations(mistaken);

    // Then
    assertThat(sound).contains(text);
    assertThat(violations).anySatisfy(each -> assertThat(each).contains(said));
  }
}
