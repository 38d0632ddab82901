package dev.latchkey.redis;

import dev.latchkey.grant.SpacedWords;
import dev.latchkey.session.SignedIn;
import dev.latchkey.session.UpstreamSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a session's hash that say who is signed in. */
final class PersonFields {

  private PersonFields() {}

  /** Adds {@code field, value, ...}. */
  static void write(SignedIn person, List<String> flat) {
    put(flat, "subject", person.subject());
    put(flat, "generation", Long.toString(person.generation()));
    put(flat, "auth_time", Long.toString(person.authTime().toEpochMilli()));
    put(flat, "amr", SpacedWords.write(person.amr()));
    put(flat, "acr", person.acr());
    person
        .upstream()
        .ifPresent(
            upstream -> {
              put(flat, "provider", upstream.provider());
              put(flat, "upstream_iss", upstream.issuer());
              put(flat, "upstream_sub", upstream.subject());
              put(flat, "upstream_sid", upstream.sid());
              // Groups may have spaces in their names.
              put(flat, "groups", String.join("\n", upstream.groups()));
            });
  }

  /** Empty if nobody is signed in. */
  static Optional<SignedIn> read(Map<String, String> fields) {
    return Optional.ofNullable(fields.get("subject"))
        .map(
            subject ->
                new SignedIn(
                    subject,
                    Long.parseLong(fields.getOrDefault("generation", "0")),
                    Instant.ofEpochMilli(Long.parseLong(fields.getOrDefault("auth_time", "0"))),
                    SpacedWords.stored(fields.getOrDefault("amr", "")),
                    fields.get("acr"),
                    upstream(fields)));
  }

  private static Optional<UpstreamSession> upstream(Map<String, String> fields) {
    return Optional.ofNullable(fields.get("provider"))
        .map(
            provider ->
                new UpstreamSession(
                    provider,
                    fields.getOrDefault("upstream_iss", ""),
                    fields.getOrDefault("upstream_sub", ""),
                    fields.get("upstream_sid"),
                    groups(fields.get("groups"))));
  }

  private static Set<String> groups(@Nullable String lines) {
    return lines == null ? Set.of() : Set.of(lines.split("\n"));
  }

  private static void put(List<String> flat, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      flat.add(field);
      flat.add(value);
    }
  }
}
