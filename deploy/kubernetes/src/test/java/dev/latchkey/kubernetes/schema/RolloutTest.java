package dev.latchkey.kubernetes.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.kubernetes.Rendered;
import dev.latchkey.stores.PostgresProcess;
import dev.latchkey.stores.RedisProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables of a rollout are the job's work, once; pods wait for it and could not do it. */
class RolloutTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WAITS = "waiting for the tables";

  private static PostgresProcess postgres;
  private static RedisProcess redis;

  private Database database;
  private Cluster cluster;

  @BeforeAll
  static void startStores() {
    postgres = PostgresProcess.start();
    redis = RedisProcess.start();
  }

  @AfterAll
  static void stopStores() {
    redis.close();
    postgres.close();
  }

  @BeforeEach
  void createDatabase() throws IOException, SQLException {
    database = Database.create(postgres, Rendered.OVERLAYS.resolve("demo/roles.sh"));
    cluster = new Cluster(database, redis.uri());
  }

  @Test
  void theJobsOfARolloutMakeTheTablesTogetherAndEndWell() throws Exception {
    // Given
    try (var registry = cluster.job("device-authz-service");
        var issued = cluster.job("token-service");
        var people = cluster.job("verification-ui")) {

      // When
      var ends = new int[] {registry.end(PATIENCE), issued.end(PATIENCE), people.end(PATIENCE)};

      // Then
      assertThat(ends).as(registry.said() + issued.said() + people.said()).containsOnly(0);
      assertThat(database.versions("registry")).isPositive();
      assertThat(database.versions("issued")).isPositive();
      assertThat(database.versions("people")).isPositive();
    }
  }

  @Test
  void aPodThatIsEarlyWaitsUntilTheJobIsDoneAndThenServesWithoutAnyRightOverTables()
      throws Exception {
    try (var pod = cluster.pod("token-service")) {
      // Given
      await().atMost(PATIENCE).until(() -> pod.said().contains(WAITS));
      assertThat(pod.isReady()).isFalse();
      assertThat(database.versions("issued")).isEqualTo(-1);

      // When
      try (var job = cluster.job("token-service")) {
        assertThat(job.end(PATIENCE)).as(job.said()).isZero();
      }

      // Then
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(pod.isReady()).as(pod.said()).isTrue());
      assertThat(pod.isAlive()).isTrue();
    }
  }

  @Test
  void aJobThatMayNotMakeTablesFails() throws Exception {
    // Given
    try (var job = cluster.jobWithoutRights("token-service")) {

      // When
      var end = job.end(PATIENCE);

      // Then
      assertThat(end).as(job.said()).isNotZero();
      assertThat(database.versions("issued")).isEqualTo(-1);
    }
  }

  @Test
  void aPodThatWaitsEndsWhenItIsTold() throws Exception {
    // Given
    try (var pod = cluster.pod("token-service")) {
      await().atMost(PATIENCE).until(() -> pod.said().contains(WAITS));

      // When
      pod.tellToEnd();

      // Then
      assertThat(pod.end(Duration.ofSeconds(10))).isNotZero();
    }
  }
}
