package dev.latchkey.oauth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.oauth.metrics.StoreMetrics;
import dev.latchkey.oauth.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlGateTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Vertx VERTX = Vertx.vertx();
  private static final Duration IN_TIME = Duration.ofSeconds(2);

  private final SqlGate gate = gate(Map.of("latchkey.sql.parallel", "2"));
  private final SqlGate hasty =
      gate(Map.of("latchkey.sql.parallel", "2", "latchkey.sql.timeout", "50ms"));

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void handsTheAnswerOn() {
    // When
    var answer = call(Uni.createFrom().item("row"));

    // Then
    assertThat(answer).isEqualTo("row");
  }

  static Stream<Throwable> away() {
    return Stream.of(
        new ConnectException("refused"),
        new TimeoutException(),
        new VertxException("Connection is not active now"),
        new NoStackTraceThrowable("Pool closed"),
        new DatabaseException("cannot connect now", 0, "57P03") {},
        new SQLException("unable to connect", "08001"),
        new SQLException("inserted meanwhile", "23505"),
        new SQLException("says nothing"),
        new DatabaseException("cached plan must not change result type", 0, "0A000") {},
        new IllegalStateException("wrapped", new SQLException("deadlock", "40P01")));
  }

  @ParameterizedTest
  @MethodSource("away")
  void aFailureOfTheStoreIsTheStoresWithItsCause(Throwable cause) {
    assertThatThrownBy(() -> call(Uni.createFrom().failure(cause)))
        .isInstanceOf(StoreUnavailableException.class)
        .hasCause(cause);
  }

  static Stream<RuntimeException> mistakes() {
    return Stream.of(
        new DatabaseException("relation does not exist", 0, "42P01") {},
        new IllegalStateException("wrapped", new SQLException("must not be null", "23502")),
        new IllegalStateException("no session here"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeOfOursStaysOne(RuntimeException mistake) {
    assertThatThrownBy(() -> call(Uni.createFrom().failure(mistake))).isSameAs(mistake);
  }

  @Test
  void workThatTakesTooLongIsGivenUp() {
    assertThatThrownBy(() -> call(hasty, Uni.createFrom().nothing()))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void workThatNoRequestWaitsForMayTakeLonger() {
    // Given
    var slow = Uni.createFrom().item("row").onItem().delayIt().by(Duration.ofMillis(300));

    // When
    var answer = hasty.callInBackground(() -> slow).await().atMost(PATIENCE);

    // Then
    assertThat(answer).isEqualTo("row");
  }

  @Test
  void workBeyondTheBoundIsRefusedAtOnceUntilAPlaceIsFree() {
    // Given
    var row = new CompletableFuture<String>();
    var waiting = Uni.createFrom().completionStage(row);
    var first = gate.call(() -> waiting).subscribeAsCompletionStage();
    var second = gate.call(() -> waiting).subscribeAsCompletionStage();

    // When
    var third = gate.call(() -> waiting).subscribeAsCompletionStage();

    // Then
    assertThat(third).isCompletedExceptionally();
    row.complete("row");
    assertThat(first).succeedsWithin(PATIENCE).isEqualTo("row");
    assertThat(second).succeedsWithin(PATIENCE).isEqualTo("row");
    assertThat(call(Uni.createFrom().item("again"))).isEqualTo("again");
  }

  @Test
  void workGivenUpKeepsItsPlaceUntilItEnds() {
    // Given
    var row = new CompletableFuture<String>();
    var stuck = Uni.createFrom().completionStage(row);
    assertThatThrownBy(() -> call(hasty, stuck)).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> call(hasty, stuck)).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> call(hasty, Uni.createFrom().item("row")))
        .hasMessageContaining("too many");

    // When
    row.complete("late");

    // Then
    assertThat(call(hasty, Uni.createFrom().item("row"))).isEqualTo("row");
  }

  @Test
  void workThatFailsBeforeItBeginsGivesItsPlaceBack() {
    // When
    for (var i = 0; i < 5; i++) {
      assertThatThrownBy(() -> gate.call(SqlGateTest::brokenWork).await().atMost(IN_TIME))
          .isInstanceOf(IllegalStateException.class);
    }

    // Then
    assertThat(call(Uni.createFrom().item("row"))).isEqualTo("row");
  }

  @Test
  void theDefaultsAreThreeSecondsAnd1024() {
    // When
    var config = config(Map.of());

    // Then
    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.parallel()).isEqualTo(1024);
  }

  @Test
  void aTimeoutThatAClaimCannotAffordIsRefusedAtStart() {
    // Given
    var config = config(Map.of("latchkey.sql.timeout", "3001ms"));

    // Then
    assertThatThrownBy(() -> new SqlGate(VERTX, config, metrics(), Traces.off()))
        .hasMessageContaining("latchkey.sql.timeout");
  }

  @Test
  void aStatementSharesTheBoundAndItsDeadlineWithOtherWork() {
    // Given
    var row = Promise.<String>promise();
    var first = hasty.statement(row::future).subscribeAsCompletionStage();
    var second = hasty.call(() -> Uni.createFrom().nothing()).subscribeAsCompletionStage();

    // When
    var third = hasty.statement(row::future).subscribeAsCompletionStage();

    // Then
    assertThat(third).isCompletedExceptionally();
    assertThat(first)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withCauseInstanceOf(StoreUnavailableException.class);
    assertThat(second).failsWithin(PATIENCE);
    row.complete("late");
    assertThat(statement(hasty, Future.succeededFuture("row"))).isEqualTo("row");
  }

  @Test
  void aStatementThatFailsBeforeItBeginsGivesItsPlaceBack() {
    // When
    for (var i = 0; i < 5; i++) {
      assertThatThrownBy(
              () -> gate.<String>statement(SqlGateTest::brokenStatement).await().atMost(IN_TIME))
          .isInstanceOf(IllegalStateException.class);
    }

    // Then
    assertThat(statement(gate, Future.succeededFuture("row"))).isEqualTo("row");
  }

  @Test
  void aStatementThatTheStoreFailsIsTheStores() {
    assertThatThrownBy(() -> statement(gate, Future.failedFuture(new ConnectException("refused"))))
        .isInstanceOf(StoreUnavailableException.class);
  }

  private static Future<String> brokenStatement() {
    throw new IllegalStateException("no statement here");
  }

  private static String statement(SqlGate through, Future<String> statement) {
    return through.statement(() -> statement).await().atMost(IN_TIME);
  }

  private static Uni<String> brokenWork() {
    throw new IllegalStateException("no session here");
  }

  private String call(Uni<String> work) {
    return call(gate, work);
  }

  private static String call(SqlGate through, Uni<String> work) {
    return through.call(() -> work).await().atMost(IN_TIME);
  }

  private static SqlGate gate(Map<String, String> settings) {
    return new SqlGate(VERTX, config(settings), metrics(), Traces.off());
  }

  private static StoreMetrics metrics() {
    return new StoreMetrics(new SimpleMeterRegistry());
  }

  private static SqlConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(SqlConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(SqlConfig.class);
  }
}
