package dev.latchkey.authz.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events are kept for which webhooks, when they are stored. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class WhatIsSentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Of no other test; no file declares it, so nothing is sent. */
  private final String webhook = "w-" + UUID.randomUUID();

  @Inject EventTable table;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @AfterEach
  void nobodyWantsThemAnyMore() {
    rows().run("delete from registry.webhook_delivery where webhook = '" + webhook + "'");
    rows().run("delete from registry.webhook where name = '" + webhook + "'");
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          grant.approved  | ''                      | true
          grant.approved  | grant.approved          | true
          grant.approved  | logout grant.approved   | true
          grant.approved  | grant.*                 | true
          grant.approved  | login.* grant.*         | true
          grant.approved  | grant.approve           | false
          grant.approved  | gran.*                  | false
          grant.approved  | grant                   | false
          grant           | grant.*                 | false
          logout          | logout                  | true
          logout.upstream | logout                  | false
          webhook.retried | ''                      | false
          webhook.retried | webhook.retried         | false
          """)
  void anEventIsSentToWhomItIsFor(String event, String wanted, boolean sent) {
    // Given
    declared(wanted, true);
    var id = EventRows.id(Instant.now());

    // When
    store(event(id, event));

    // Then
    assertThat(sent()).isEqualTo(sent ? List.of(id.toString()) : List.of());
    assertThat(rows().has(id)).isTrue();
  }

  @Test
  void whileItIsStoppedNothingIsKeptForIt() {
    // Given
    declared("", false);

    // When
    store(event(EventRows.id(Instant.now()), "logout"));

    // Then
    assertThat(sent()).isEmpty();
  }

  @Test
  void anEventThatComesTwiceIsSentOnce() {
    // Given
    declared("logout", true);
    var id = EventRows.id(Instant.now());
    var event = event(id, "logout");
    store(event, event);
    rows().run("delete from registry.webhook_delivery where event_id = '" + id + "'");

    // When
    store(event);

    // Then
    assertThat(sent()).isEmpty();
  }

  @Test
  void aDeliveryGoesWithItsEvent() {
    // Given
    declared("logout", true);
    var id = EventRows.id(Instant.EPOCH);
    store(event(id, "logout"));

    // When
    table.forget(Instant.EPOCH.plusSeconds(1), 10_000).await().atMost(PATIENCE);

    // Then
    assertThat(rows().has(id)).isFalse();
    assertThat(sent()).isEmpty();
  }

  private void declared(String events, boolean enabled) {
    rows()
        .run(
            "insert into registry.webhook (name, url, events, enabled, declared)"
                + " values ('%s', 'https://w.example', '%s', %s, false)"
                    .formatted(webhook, events, enabled));
  }

  private void store(AuditedEvent... events) {
    assertThat(table.store(List.of(events)).await().atMost(PATIENCE)).isNotNegative();
  }

  private static AuditedEvent event(UUID id, String name) {
    return new AuditedEvent(id, Instant.now(), "test", name, null, null, null, null, Map.of());
  }

  private List<String> sent() {
    return rows()
        .strings(
            "select event_id from registry.webhook_delivery where webhook = '" + webhook + "'");
  }

  private EventRows rows() {
    return new EventRows(stores);
  }
}
