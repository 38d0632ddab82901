package dev.latchkey.token.device;

import dev.latchkey.grant.ClientId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which devices are meant: those to which all of it applies.
 *
 * @param serial as the device claims it, letter by letter
 * @param enrolment the enrolment token by which they were approved ahead
 */
public record DeviceFilter(
    Optional<ClientId> client,
    Optional<UUID> subject,
    Optional<String> serial,
    Optional<UUID> enrolment,
    TimeRange linked,
    TimeRange lastSeen,
    Optional<DeviceState> state) {

  /** Whether nothing but the state is asked for. */
  public boolean isOfEverything() {
    return client.isEmpty()
        && subject.isEmpty()
        && serial.isEmpty()
        && enrolment.isEmpty()
        && linked.isAlways()
        && lastSeen.isAlways();
  }

  /** The same, of those in that state. */
  public DeviceFilter in(DeviceState wanted) {
    return new DeviceFilter(
        client, subject, serial, enrolment, linked, lastSeen, Optional.of(wanted));
  }

  /** The order in which the fewest devices have to be looked at. */
  public DeviceOrder fastest() {
    var few =
        subject.isPresent() || serial.isPresent() || enrolment.isPresent() || !linked.isAlways();
    return lastSeen.until().isPresent() && !few
        ? DeviceOrder.LEAST_RECENTLY_SEEN
        : DeviceOrder.NEWEST;
  }

  DeviceFilter linkedBefore(Instant moment) {
    return new DeviceFilter(
        client, subject, serial, enrolment, linked.before(moment), lastSeen, state);
  }

  DeviceFilter seenBefore(Instant moment) {
    return new DeviceFilter(
        client, subject, serial, enrolment, linked, lastSeen.before(moment), state);
  }
}
