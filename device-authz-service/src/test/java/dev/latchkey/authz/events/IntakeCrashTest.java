package dev.latchkey.authz.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.audit.AuditBacklog;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Replicas that die at random moments, or lose their connections, beside the one that runs here.
 */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class IntakeCrashTest {

  private static final int STEPS = 60;
  private static final int REPLICAS = 3;
  private static final int EVENTS_A_STEP = 30;
  private static final Duration RECONNECTING = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject AuditBacklog backlog;
  @Inject EventTable table;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private int deaths;

  @BeforeEach
  void aWebhookWantsThem() {
    // Nobody's file declares it: nothing of it is sent.
    rows()
        .run(
            "insert into registry.webhook (name, url, events, enabled, declared)"
                + " values ('crash', 'https://crash.example', 'test', true, false)");
  }

  @AfterEach
  void nobodyWantsThemAnyMore() {
    rows().run("delete from registry.webhook_delivery where webhook = 'crash'");
    rows().run("delete from registry.webhook where name = 'crash'");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void howeverOftenTheyDieEachEventIsOneRowAndSentOnce(long seed) {
    // Given
    var random = new Random(seed);
    deaths = 0;
    var events = StoredEvents.in(stores.redis());
    var mortal = new EventIntake(new MortalBacklog(backlog, () -> random.nextInt(8) == 0), table);
    var sent = new ArrayList<UUID>();
    var replicas = new ArrayList<UUID>();

    // When
    for (var step = 0; step < STEPS; step++) {
      sent.addAll(send(events, random));
      while (replicas.size() < REPLICAS) {
        replicas.add(UUID.randomUUID());
      }
      replicas.removeAll(dead(replicas, mortal));
      if (random.nextInt(4) == 0) {
        // What the dead had is free, and what the living have is given to two.
        events.handedOut(Duration.ofSeconds(61));
      }
      cut(random);
    }

    // Then
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              events.handedOut(Duration.ofSeconds(61));
              return events.all().isEmpty();
            });
    assertThat(deaths).isGreaterThan(STEPS / 4);
    assertThat(rows().count(sent)).isEqualTo(sent.size());
    assertThat(rows().strings("select event_id from registry.webhook_delivery"))
        .containsAll(sent.stream().map(UUID::toString).toList())
        .doesNotHaveDuplicates();
  }

  /** New events, some of which arrive twice. */
  private static List<UUID> send(StoredEvents events, Random random) {
    var sent = new ArrayList<UUID>();
    for (var i = 0; i < EVENTS_A_STEP; i++) {
      var id = EventRows.id(Instant.now());
      sent.add(id);
      events.add(EventRows.line(id));
      if (random.nextInt(10) == 0) {
        events.add(EventRows.line(id));
      }
    }
    return sent;
  }

  /** Has all take what they get, at once; answers who died of it. */
  private List<UUID> dead(List<UUID> replicas, EventIntake mortal) {
    var dead = new CopyOnWriteArrayList<UUID>();
    var taking =
        replicas.stream()
            .map(
                replica ->
                    mortal
                        .take(replica)
                        .onFailure(MortalBacklog.Died.class)
                        .invoke(() -> dead.add(replica))
                        // The others lost a connection, and go on once they have another.
                        .onFailure()
                        .recoverWithUni(
                            Uni.createFrom().item(0).onItem().delayIt().by(RECONNECTING)))
            .toList();
    var unused = Uni.join().all(taking).andFailFast().await().atMost(PATIENCE);
    deaths += dead.size();
    return dead;
  }

  private EventRows rows() {
    return new EventRows(stores);
  }

  private void cut(Random random) {
    switch (random.nextInt(12)) {
      case 0 -> stores.redis().execute("CLIENT", "KILL", "TYPE", "normal");
      case 1 ->
          rows()
              .strings(
                  "select pg_terminate_backend(pid)::text from pg_stat_activity"
                      + " where datname = 'latchkey' and pid <> pg_backend_pid()");
      default -> {}
    }
  }
}
