package dev.latchkey.token.schema;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.oauth.schema.Schema;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Schema} leaves undone and what it leaves to Flyway, each in a schema of its own. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class SchemaTest {

  private static final String NOWHERE = "postgresql://127.0.0.1:1/nowhere";

  @Inject Flyway flyway;
  @Inject Pool pool;
  @Inject Vertx vertx;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url = "";

  @ConfigProperty(name = "quarkus.datasource.username")
  String user = "";

  @ConfigProperty(name = "quarkus.datasource.password")
  String password = "";

  private final String name = "trial_" + UUID.randomUUID().toString().replace('-', '_');

  @AfterEach
  void drop() {
    sql("drop schema if exists %s cascade");
  }

  @Test
  void anEmptyDatabaseGetsItsTables() {
    // Given
    var schema = new Schema(trial().load(), pool);

    // When
    schema.bringUpToDate();

    // Then
    assertThat(applied()).isEqualTo(files());
  }

  @Test
  void flywayHasNothingToDoWhereEverythingIsThere() {
    // Given
    trial().load().migrate();

    // When
    var start = new Schema(withoutConnection(), pool);

    // Then
    assertThatCode(start::bringUpToDate).doesNotThrowAnyException();
  }

  @Test
  void aDatabaseOfANewerBuildServesToo() {
    // Given
    trial().load().migrate();
    sql(
        "insert into %s.flyway_schema_history select 99, '99', 'later', 'SQL', 'V99__later.sql', 1,"
            + " installed_by, now(), 1, true from %1$s.flyway_schema_history where version = '1'");

    // When
    var start = new Schema(withoutConnection(), pool);

    // Then
    assertThatCode(start::bringUpToDate).doesNotThrowAnyException();
  }

  @Test
  void whatIsMissingIsDone() {
    // Given
    trial().target("2").load().migrate();

    // When
    new Schema(trial().load(), pool).bringUpToDate();

    // Then
    assertThat(applied()).isEqualTo(files());
  }

  @Test
  void podsThatStartTogetherOnAnEmptyDatabaseAllStart() {
    // Given
    var pods = Stream.generate(() -> new Schema(trial().load(), pool)).limit(3).toList();

    // When
    var starts = pods.stream().map(pod -> CompletableFuture.runAsync(pod::bringUpToDate)).toList();

    // Then
    assertThat(starts).allSatisfy(start -> start.orTimeout(60, SECONDS).join());
    assertThat(applied()).isEqualTo(files());
  }

  @Test
  void aMigrationThatFailedStopsTheStart() {
    // Given
    trial().load().migrate();
    sql("update %s.flyway_schema_history set success = false where version = '3'");

    // When
    var start = new Schema(trial().load(), pool);

    // Then
    assertThatThrownBy(start::bringUpToDate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("failed migration");
  }

  @Test
  void aMigrationThatWasChangedSinceStopsTheStart() {
    // Given
    trial().load().migrate();
    sql("update %s.flyway_schema_history set checksum = 1 where version = '2'");

    // When
    var start = new Schema(trial().load(), pool);

    // Then
    assertThatThrownBy(start::bringUpToDate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("checksum mismatch");
  }

  @Test
  void flywayIsAskedWhenTheHistoryCannotBeRead() {
    // Given
    var away = PgBuilder.pool().connectingTo(NOWHERE).using(vertx).build();

    // When
    new Schema(trial().load(), away).bringUpToDate();

    // Then
    assertThat(applied()).isEqualTo(files());
  }

  private FluentConfiguration trial() {
    return Flyway.configure()
        .configuration(flyway.getConfiguration())
        .dataSource(url, user, password)
        .schemas(name)
        .defaultSchema(name);
  }

  private Flyway withoutConnection() {
    return trial().dataSource("jdbc:" + NOWHERE, "nobody", "none").connectRetries(0).load();
  }

  private long applied() {
    return sql(
        "select count(*) from %s.flyway_schema_history where version is not null and success");
  }

  private long files() {
    return Stream.of(trial().load().info().all()).filter(each -> each.getVersion() != null).count();
  }

  private long sql(String statement) {
    var rows =
        pool.query(statement.formatted(name))
            .execute()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return rows.size() == 0 ? 0 : rows.iterator().next().getLong(0);
  }
}
