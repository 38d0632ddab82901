package dev.latchkey.kubernetes.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.kubernetes.Rendered;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The tables of a rollout are the job's work, once; pods wait for it and could not do it. All of it
 * with the settings of the production overlay, by TLS, and in a Redis Cluster.
 */
class RolloutTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WAITS = "waiting for the tables";

  /** So many that no one primary has the slots of all. */
  private static final int GRANTS = 12;

  private static final HttpClient HTTP = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  private static SecuredStores stores;

  private Database database;
  private Cluster cluster;

  @BeforeAll
  static void startStores() throws IOException {
    stores = SecuredStores.start();
  }

  @AfterAll
  static void stopStores() {
    stores.close();
  }

  @BeforeEach
  void createDatabase() throws IOException, SQLException {
    database = Database.create(stores.postgres(), Rendered.OVERLAYS.resolve("demo/roles.sh"));
    cluster = new Cluster(stores, database);
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
    try (var pod = cluster.pod("device-authz-service")) {
      // Given
      await().atMost(PATIENCE).until(() -> pod.said().contains(WAITS));
      assertThat(pod.isReady()).isFalse();
      assertThat(database.versions("registry")).isEqualTo(-1);

      // When
      try (var job = cluster.job("device-authz-service")) {
        assertThat(job.end(PATIENCE)).as(job.said()).isZero();
      }

      // Then
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(pod.isReady()).as(pod.said()).isTrue());
      assertThat(askForCodes(pod)).as(pod.said()).containsOnly(200);
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

  private static List<Integer> askForCodes(PodProcess pod) throws Exception {
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < GRANTS; i++) {
      statuses.add(ask(pod));
    }
    return statuses;
  }

  private static int ask(PodProcess pod) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(pod.uri().resolve("/oauth/device/code"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("client_id=living-room-tv"))
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }
}
