package dev.latchkey.authz.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.authz.metrics.WebhookMetrics;
import dev.latchkey.authz.registry.Webhook;
import dev.latchkey.oauth.readiness.Departure;
import dev.latchkey.stores.RealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas of our own, which send to a receiver on this machine what is in PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DeliveryTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject DeliveryTable table;
  @Inject WebhookSender sender;
  @Inject WebhookSettings settings;
  @Inject Vertx vertx;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final SimpleMeterRegistry counted = new SimpleMeterRegistry();
  private final WebhookMetrics metrics = new WebhookMetrics(counted);
  private final Departure departure = new Departure();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // before each test
  private Receiver receiver;

  @SuppressWarnings("NullAway.Init") // before each test
  private StoredWebhook stored;

  @BeforeEach
  void open() {
    receiver = receiver();
    stored = stored(receiver.url());
  }

  @AfterEach
  void close() throws Exception {
    stores.postgres().thaw();
    for (var one : opened) {
      one.close();
    }
  }

  @Test
  void whatWaitsIsSentAndGone() {
    // Given
    var events = stored.waiting(40);

    // When
    send(replica(webhook()));

    // Then
    assertThat(receiver.received()).containsExactlyInAnyOrderElementsOf(events);
    assertThat(stored.count()).isZero();
    assertThat(stored.told("delivered_at is not null and failed_at is null")).isEqualTo("true");
    assertThat(outcomes("delivered")).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 404, 301, Receiver.SILENCE})
  void whatIsNotTakenIsSentAgainLater(int status) {
    // Given
    var event = stored.waiting();
    receiver.answers(status);
    send(replica(webhook()));
    var failure = stored.column("failure", event);
    var pause = stored.column("extract(epoch from due_at - now()) between 0 and 5", event);
    receiver.answers(200);
    stored.due(event);

    // When
    send(replica(webhook()));

    // Then
    assertThat(failure).isEqualTo(status == Receiver.SILENCE ? "timeout" : "http_" + status);
    assertThat(pause).isEqualTo("true");
    assertThat(receiver.received()).containsExactly(event, event);
    assertThat(stored.state(event)).isEqualTo("gone");
    assertThat(stored.told("failure")).isEqualTo(failure);
    assertThat(outcomes("retried")).isEqualTo(1);
    assertThat(outcomes("delivered")).isEqualTo(1);
  }

  @Test
  void untilItIsDueItIsNotSentAgain() {
    // Given
    var event = stored.waiting();
    receiver.answers(503);
    send(replica(webhook()));

    // When
    send(replica(webhook()));

    // Then
    assertThat(receiver.received()).containsExactly(event);
    assertThat(stored.column("attempts", event)).isEqualTo("1");
  }

  @Test
  void aReceiverThatIsGoneForGoodMakesADeadLetterAtOnce() {
    // Given
    var event = stored.waiting();
    receiver.answers(410);

    // When
    send(replica(webhook()));

    // Then
    assertThat(stored.state(event)).isEqualTo("dead");
    assertThat(stored.column("failure", event)).isEqualTo("http_410");
    assertThat(outcomes("dead")).isEqualTo(1);
  }

  @Test
  void whatHasFailedForDaysIsADeadLetter() {
    // Given
    var event = stored.waitingFor(settings.giveUpAfter());
    receiver.answers(500);

    // When
    send(replica(webhook()));

    // Then
    assertThat(stored.state(event)).isEqualTo("dead");
    assertThat(outcomes("dead")).isEqualTo(1);
  }

  @Test
  void aDeadLetterIsNotSent() {
    // Given
    stored.dead();

    // When
    send(replica(webhook()));

    // Then
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void whatNobodyTriesIsADeadLetterInTheEnd() {
    // Given
    var late = stored.waitingFor(settings.giveUpAfter());
    var young = stored.waitingFor(settings.giveUpAfter().minusMinutes(10));

    // When
    new GivingUp(table, metrics, settings).round().await().atMost(PATIENCE);

    // Then
    assertThat(stored.state(late)).isEqualTo("dead");
    assertThat(stored.column("failure", late)).isEqualTo("not_tried");
    assertThat(stored.state(young)).isEqualTo("waiting");
  }

  @Test
  void ofManyReplicasOneSendsEach() {
    // Given
    var events = stored.waiting(200);
    var replicas = Stream.generate(() -> replica(webhook())).limit(4).toList();

    // When
    replicas.forEach(DeliveryRounds::begin);

    // Then
    await().atMost(PATIENCE).until(() -> stored.count() == 0);
    assertThat(receiver.received()).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void aReplicaThatIsAboutToEndLeavesWhatIsDueToOthers() {
    // Given
    var event = stored.waiting();
    var leaving = replica(webhook());
    departure.begin(new ShutdownDelayInitiatedEvent());

    // When
    send(leaving);

    // Then
    assertThat(receiver.received()).isEmpty();
    assertThat(stored.state(event)).isEqualTo("waiting");
  }

  @Test
  void whatAReplicaDiedWithIsSentByAnother() {
    // Given
    var event = stored.waiting();
    var claimed = table.claim(webhook(), 10, false, Duration.ofMinutes(1)).await().atMost(PATIENCE);
    assertThat(claimed).hasSize(1);
    send(replica(webhook()));
    assertThat(receiver.received()).isEmpty();
    stored.due(event);

    // When
    send(replica(webhook()));

    // Then
    assertThat(receiver.received()).containsExactly(event);
    assertThat(stored.state(event)).isEqualTo("gone");
  }

  @Test
  void whoComesBackLateChangesNothing() {
    // Given
    var event = stored.waiting();
    var webhook = webhook();
    var first = table.claim(webhook, 1, false, Duration.ofMinutes(1)).await().atMost(PATIENCE);
    stored.due(event);
    var second = table.claim(webhook, 1, false, Duration.ofMinutes(1)).await().atMost(PATIENCE);
    var late = Outcome.of(first.getFirst(), new Answer.Status(410));

    // When
    var dead =
        table.settle(webhook, List.of(late), settings.giveUpAfter()).await().atMost(PATIENCE);

    // Then
    assertThat(second).hasSize(1);
    assertThat(dead).isZero();
    assertThat(stored.state(event)).isEqualTo("waiting");
    assertThat(stored.column("attempts", event)).isEqualTo("2");
  }

  @Test
  void whileNothingGetsThroughOneIsTriedAtATime() {
    // Given
    stored.waiting(100);
    receiver.answers(500);
    var replica = replica(webhook());
    send(replica);

    // When
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              replica.begin();
              return receiver.received().size() > settings.parallel();
            });

    // Then
    // All that may be at once, and after a pause one.
    assertThat(receiver.received()).hasSizeLessThan(settings.parallel() + 3);
  }

  @Test
  void whatIsRefusedEachTimeDoesNotStandBeforeTheRest() {
    // Given
    var refused = stored.waiting(4 * settings.parallel());
    refused.forEach(stored::due);
    receiver.refuses(refused);
    var event = stored.waiting();
    var replica = replica(webhook());

    // When
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              replica.begin();
              return stored.state(event).equals("gone");
            });

    // Then
    // After one batch of them, at the first try with one alone.
    assertThat(receiver.received().indexOf(event)).isEqualTo(settings.parallel());
  }

  @Test
  void oneThatHangsHoldsUpNoOther() {
    // Given
    var hanging = receiver();
    hanging.answers(Receiver.SILENCE);
    var slow = stored(hanging.url());
    slow.waiting(100);
    var events = stored.waiting(100);
    var replica = replica(webhook(slow.name(), hanging.url()), webhook());

    // When
    replica.begin();

    // Then
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored.queued()).isEmpty());
    assertThat(receiver.received()).containsExactlyInAnyOrderElementsOf(events);
    assertThat(hanging.received()).hasSizeLessThanOrEqualTo(settings.parallel());
    assertThat(slow.count()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"enabled = false", "url = 'https://elsewhere.example'"})
  void whereTheDatabaseSaysOtherwiseNothingIsSent(String change) {
    // Given
    var event = stored.waiting();
    stored.change(change);

    // When
    send(replica(webhook()));

    // Then
    assertThat(receiver.received()).isEmpty();
    assertThat(stored.state(event)).isEqualTo("waiting");
  }

  @Test
  void whatTheFileOfAReplicaDoesNotDeclareOthersSend() {
    // Given
    stored.waiting();

    // When
    send(replica());

    // Then
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void whatTheFileStopsIsNotSent() {
    // Given
    stored.waiting();
    var stopped =
        new Webhook(
            stored.name(),
            URI.create(receiver.url()),
            Set.of(),
            false,
            Hooks.SECRET,
            Optional.empty());

    // When
    send(replica(stopped));

    // Then
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void aNameThatLeadsToAPrivateAddressIsToldAndNotAsked() {
    // Given
    var inside = stored("https://10.255.255.1/hook");
    var event = inside.waiting();

    // When
    send(replica(webhook(inside.name(), "https://10.255.255.1/hook")));

    // Then
    assertThat(inside.column("failure", event)).isEqualTo("private_address");
    assertThat(inside.told("failure")).isEqualTo("private_address");
  }

  @Test
  void whileThereIsNoPostgresqlEventsWait() {
    // Given
    var event = stored.waiting();
    var replica = replica(webhook());
    stores.postgres().freeze();
    replica.begin();
    await().during(Duration.ofSeconds(1)).until(() -> receiver.received().isEmpty());

    // When
    stores.postgres().thaw();

    // Then
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              replica.begin();
              return stored.state(event).equals("gone");
            });
    assertThat(receiver.received()).contains(event);
  }

  private Receiver receiver() {
    var one = new Receiver(vertx);
    opened.add(one);
    return one;
  }

  private StoredWebhook stored(String url) {
    var one = StoredWebhook.make(stores, url);
    opened.add(one::delete);
    return one;
  }

  private Webhook webhook() {
    return webhook(stored.name(), receiver.url());
  }

  private static Webhook webhook(String name, String url) {
    return Hooks.at(name, url);
  }

  private DeliveryRounds replica(Webhook... declared) {
    var webhooks = new DeclaredWebhooks();
    webhooks.take(Arrays.asList(declared));
    return new DeliveryRounds(webhooks, table, sender, metrics, settings, departure);
  }

  /** Has it send what is due now, and waits until it has. */
  private static void send(DeliveryRounds replica) {
    replica.round().await().atMost(PATIENCE);
  }

  private double outcomes(String outcome) {
    return counted.get("latchkey.webhook.deliveries").tag("outcome", outcome).counter().count();
  }
}
