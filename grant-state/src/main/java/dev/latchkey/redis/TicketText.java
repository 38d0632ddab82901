package dev.latchkey.redis;

import dev.latchkey.ticket.DeviceAction;
import dev.latchkey.ticket.DeviceAction.Disown;
import dev.latchkey.ticket.DeviceAction.Rename;
import dev.latchkey.ticket.DeviceAction.Unlink;
import dev.latchkey.ticket.DeviceAction.UnlinkAll;
import dev.latchkey.ticket.DeviceName;
import dev.latchkey.ticket.Ticket;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/** A ticket as it is stored: one JSON object, so that one command writes it and one takes it. */
final class TicketText {

  private static final String SUBJECT = "subject";
  private static final String ACTION = "action";
  private static final String DEVICE = "device";
  private static final String NAME = "name";

  private static final String RENAME_ACTION = "rename";
  private static final String UNLINK_ACTION = "unlink";
  private static final String DISOWN_ACTION = "disown";
  private static final String UNLINK_ALL_ACTION = "unlink_all";

  private TicketText() {}

  static String of(Ticket ticket) {
    var text = new JsonObject().put(SUBJECT, ticket.subject());
    switch (ticket.action()) {
      case Rename(var device, var name) -> {
        text.put(ACTION, RENAME_ACTION).put(DEVICE, device.toString());
        name.ifPresent(given -> text.put(NAME, given.value()));
      }
      case Unlink(var device) -> text.put(ACTION, UNLINK_ACTION).put(DEVICE, device.toString());
      case Disown(var device) -> text.put(ACTION, DISOWN_ACTION).put(DEVICE, device.toString());
      case UnlinkAll() -> text.put(ACTION, UNLINK_ALL_ACTION);
    }
    return text.encode();
  }

  static Ticket read(String stored) {
    var text = new JsonObject(stored);
    return new Ticket(text.getString(SUBJECT), action(text));
  }

  private static DeviceAction action(JsonObject text) {
    var action = text.getString(ACTION);
    return switch (action) {
      case RENAME_ACTION ->
          new Rename(device(text), Optional.ofNullable(text.getString(NAME)).map(DeviceName::new));
      case UNLINK_ACTION -> new Unlink(device(text));
      case DISOWN_ACTION -> new Disown(device(text));
      case UNLINK_ALL_ACTION -> new UnlinkAll();
      default -> throw new IllegalStateException("a ticket for " + action);
    };
  }

  private static UUID device(JsonObject text) {
    return UUID.fromString(text.getString(DEVICE));
  }
}
