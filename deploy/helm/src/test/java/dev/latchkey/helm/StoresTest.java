package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Redis and PostgreSQL as values say, in the words of the services' settings. */
class StoresTest {

  static Stream<Arguments> modes() {
    return Stream.of(
        arguments(
            "mode: standalone, hosts: ['redis:6379']",
            Map.of(
                "quarkus.redis.hosts", "redis://redis:6379",
                "quarkus.redis.client-type", "standalone")),
        arguments(
            "mode: sentinel, masterName: lk, hosts: ['a:26379', 'b:26379'], replicas: 2",
            Map.of(
                "quarkus.redis.hosts", "redis://a:26379,redis://b:26379",
                "quarkus.redis.client-type", "sentinel",
                "quarkus.redis.master-name", "lk",
                "latchkey.redis.replicas", "2")),
        arguments(
            "mode: cluster, hosts: ['a:6379', 'b:6379'], tls: { enabled: true, caSecret: ca,"
                + " certificateSecret: us }",
            Map.of(
                "quarkus.redis.hosts", "rediss://a:6379,rediss://b:6379",
                "quarkus.redis.client-type", "cluster",
                "quarkus.redis.tls-configuration-name", "redis",
                "quarkus.tls.redis.trust-store.pem.certs", "/etc/latchkey/redis-ca/ca.crt",
                "quarkus.tls.redis.key-store.pem.0.cert", "/etc/latchkey/redis-certificate/tls.crt",
                "quarkus.tls.redis.key-store.pem.0.key", "/etc/latchkey/redis-certificate/tls.key",
                "quarkus.tls.redis.hostname-verification-algorithm", "HTTPS")),
        arguments(
            "hosts: ['a:6379'], tls: { enabled: true, verifyHostname: false }, secret: acl,"
                + " secretUsernameKey: user, secretPasswordKey: pw",
            Map.of(
                "quarkus.redis.hosts", "rediss://a:6379",
                "quarkus.tls.redis.hostname-verification-algorithm", "NONE",
                "latchkey.redis.credentials.user-file", "/etc/latchkey/redis-credentials/user",
                "latchkey.redis.credentials.password-file", "/etc/latchkey/redis-credentials/pw")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void redisIsWhatTheValuesSay(String redis, Map<String, String> settings) {
    // Given
    var values =
        Values.of(
            "publicUrl: https://login.example.com\npostgresql: { host: db }\nredis: { %s }"
                .formatted(redis));

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    for (var service : Chart.SERVICES) {
      assertThat(rendered.settings(service)).containsAllEntriesOf(settings);
    }
  }

  @Test
  void postgresqlIsVerifiedByBothOfItsClients() {
    // Given
    var values =
        Values.of(
            """
            publicUrl: https://login.example.com
            redis: { hosts: ["redis:6379"] }
            postgresql: { host: db, port: 5433, database: lk, tls: { mode: verify-full, caSecret: ca } }
            """);

    // When
    var settings = Chart.OURS.render(values).settings("token-service");

    // Then
    assertThat(settings)
        .containsEntry(
            "quarkus.datasource.jdbc.url",
            "jdbc:postgresql://db:5433/lk?sslmode=verify-full&sslrootcert=/etc/latchkey/postgresql-ca/ca.crt")
        .containsEntry("quarkus.datasource.reactive.url", "postgresql://db:5433/lk")
        .containsEntry("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full")
        .containsEntry("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS")
        .containsEntry(
            "quarkus.datasource.reactive.trust-certificate-pem.certs",
            "/etc/latchkey/postgresql-ca/ca.crt");
  }

  @Test
  void podsReachThePortsOfTheStores() {
    // Given
    var values =
        Values.of(
            """
            publicUrl: https://login.example.com
            redis: { mode: sentinel, hosts: ["a:26379", "b:26379"] }
            postgresql: { host: db, port: 5433 }
            networkPolicy: { httpsTo: [] }
            """);

    // When
    var policy = Chart.OURS.render(values).one(NetworkPolicy.class, "-token-service");

    // Then
    assertThat(policy.getSpec().getEgress().stream().flatMap(StoresTest::ports))
        .containsExactlyInAnyOrder(53, 53, 5433, 26379, 6379);
  }

  private static Stream<Integer> ports(NetworkPolicyEgressRule rule) {
    return rule.getPorts().stream().map(port -> port.getPort().getIntVal());
  }
}
