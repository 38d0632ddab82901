package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredTicket;
import dev.latchkey.ticket.DeviceAction;
import dev.latchkey.ticket.DeviceAction.Disown;
import dev.latchkey.ticket.DeviceAction.Rename;
import dev.latchkey.ticket.DeviceAction.Unlink;
import dev.latchkey.ticket.DeviceAction.UnlinkAll;
import dev.latchkey.ticket.DeviceName;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@EnumSource
class TicketsTest {

  private static final UUID DEVICE = UUID.fromString("0b2f6c3a-4f2e-8d7e-9d53-5a4f6f9f0009");
  private static final UUID ALICE = UUID.fromString("0b2f6c3a-4f2e-4d7e-9d53-5a4f6f9f0001");

  private final Topology topology;
  private final RedisStore redis;
  private final Pod pod;

  TicketsTest(Topology topology) {
    this.topology = topology;
    redis = topology.store();
    pod = Pod.of(topology);
  }

  static Stream<DeviceAction> actions() {
    return Stream.of(
        new Rename(DEVICE, DeviceName.parse("Küche \"1\" 厨房")),
        new Rename(DEVICE, Optional.empty()),
        new Unlink(DEVICE),
        new Disown(DEVICE),
        new UnlinkAll());
  }

  @ParameterizedTest
  @MethodSource("actions")
  void whatOnePodWritesAnotherTakes(DeviceAction action) {
    // Given
    var ticket = new Ticket(ALICE.toString(), action);
    var id = answer(pod.tickets.issue(ticket));

    // When
    var taken = answer(Pod.of(topology).tickets.take(id));

    // Then
    assertThat(taken).contains(ticket);
  }

  @Test
  void ofManyWhoTakeATicketExactlyOneGetsIt() {
    // Given
    var id = answer(pod.tickets.issue(new Ticket(ALICE.toString(), new UnlinkAll())));
    var takers = Collections.nCopies(20, Uni.createFrom().deferred(() -> pod.tickets.take(id)));

    // When
    var taken = answer(Uni.join().all(takers).andFailFast());

    // Then
    assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void anUnknownTicketIsNone() {
    // When
    var taken = answer(pod.tickets.take(TicketId.random()));

    // Then
    assertThat(taken).isEmpty();
  }

  @Test
  void aTicketIsGoneAfterThirtySeconds() {
    // When
    var id = answer(pod.tickets.issue(new Ticket(ALICE.toString(), new Unlink(DEVICE))));

    // Then
    assertThat(redis.end(StoredTicket.key(id.value())))
        .isCloseTo(redis.now().plus(Duration.ofSeconds(30)), within(2, ChronoUnit.SECONDS));
  }

  @Test
  void aTicketReadsAsTheSchemaHasIt() {
    // Given
    var id = StoredTicket.of(ALICE, "rename", DEVICE, ",\"name\":\"Kitchen\"").save(redis);

    // When
    var taken = answer(pod.tickets.take(new TicketId(id)));

    // Then
    assertThat(taken)
        .contains(new Ticket(ALICE.toString(), new Rename(DEVICE, DeviceName.parse("Kitchen"))));
  }
}
