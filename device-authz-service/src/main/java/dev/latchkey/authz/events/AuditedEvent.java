package dev.latchkey.authz.events;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An audit event as a service wrote it, see {@code docs/audit-events.md}.
 *
 * @param name for example {@code grant.approved}
 * @param details its further fields, sorted by name
 */
public record AuditedEvent(
    UUID id,
    Instant time,
    String service,
    String name,
    @Nullable String auth0,
    @Nullable String grant,
    @Nullable String client,
    @Nullable String subject,
    Map<String, String> details) {

  private static final Set<String> COMMON =
      Set.of("id", "time", "service", "event", "auth0", "grant", "client_id", "subject");

  /** Later, somebody's clock or hand is wrong, and no table holds it. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  public AuditedEvent {
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /**
   * Reads the line of one. Empty if it is none; a field that this version does not know is a
   * detail.
   */
  static Optional<AuditedEvent> read(String line) {
    try {
      var json = new JsonObject(line);
      return Optional.of(
          new AuditedEvent(
              UUID.fromString(required(json, "id")),
              time(required(json, "time")),
              required(json, "service"),
              required(json, "event"),
              json.getString("auth0"),
              json.getString("grant"),
              json.getString("client_id"),
              json.getString("subject"),
              details(json)));
    } catch (DecodeException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String required(JsonObject json, String name) {
    var value = json.getString(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }

  private static Instant time(String text) {
    var time = Instant.parse(text);
    if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
      throw new IllegalArgumentException("no time of ours");
    }
    return time;
  }

  private static Map<String, String> details(JsonObject json) {
    var details = new HashMap<String, String>();
    for (var name : json.fieldNames()) {
      var value = json.getString(name);
      if (value != null && !COMMON.contains(name)) {
        details.put(name, value);
      }
    }
    return details;
  }
}
