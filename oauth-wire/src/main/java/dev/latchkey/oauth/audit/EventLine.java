package dev.latchkey.oauth.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as one JSON object in one line (RFC 8259). By hand: it is written on event loops,
 * at each code and each refresh.
 *
 * <p>Values can come from a device. Whatever could end the line, steer a terminal or reverse what
 * follows is escaped; what PostgreSQL cannot hold, a NUL or half of a character, is U+FFFD.
 */
final class EventLine {

  /** So much of a value is kept, in UTF-16 units; ours are far shorter. */
  private static final int LONGEST = 2_000;

  private static final String REPLACEMENT = "\\ufffd";

  private final StringBuilder line = new StringBuilder(384);

  private EventLine() {}

  static String of(UUID id, Instant time, String service, AuditEvent event) {
    var line = new EventLine();
    line.field("id", id.toString());
    line.field("time", time.toString());
    line.field("service", service);
    line.field("event", event.name());
    line.field("auth0", Auth0Codes.of(event.name()));
    line.field("grant", event.grant() == null ? null : event.grant().value());
    line.field("client_id", event.client() == null ? null : event.client().value());
    line.field("subject", event.subject());
    var names = event.details().keySet().toArray(String[]::new);
    Arrays.sort(names);
    for (var name : names) {
      line.field(name, event.details().get(name));
    }
    return line.line.append('}').toString();
  }

  private void field(String name, @Nullable String value) {
    if (value == null) {
      return;
    }
    line.append(line.isEmpty() ? "{\"" : ",\"").append(name).append("\":\"");
    append(value);
    line.append('"');
  }

  /** Most values need nothing, and go in one piece. */
  private void append(String value) {
    var end = Math.min(value.length(), LONGEST);
    var plainFrom = 0;
    for (var at = 0; at < end; at++) {
      var c = value.charAt(at);
      if (!isPlain(c)) {
        line.append(value, plainFrom, at);
        var character = value.codePointAt(at);
        special(character);
        at += Character.charCount(character) - 1;
        plainFrom = at + 1;
      }
    }
    if (plainFrom < end) {
      line.append(value, plainFrom, end);
    }
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
  }

  private void special(int character) {
    switch (Character.getType(character)) {
      case Character.SURROGATE -> line.append(REPLACEMENT);
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> {
        if (character == 0) {
          line.append(REPLACEMENT);
        } else {
          escape(character);
        }
      }
      default -> {
        if (character == '"' || character == '\\') {
          line.append('\\');
        }
        line.appendCodePoint(character);
      }
    }
  }

  private void escape(int character) {
    for (var unit : Character.toChars(character)) {
      line.append("\\u");
      for (var shift = 12; shift >= 0; shift -= 4) {
        line.append(Character.forDigit((unit >> shift) & 0xF, 16));
      }
    }
  }
}
