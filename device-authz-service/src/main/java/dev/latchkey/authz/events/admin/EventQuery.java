package dev.latchkey.authz.events.admin;

import dev.latchkey.authz.events.EventFilter;
import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.oauth.admin.SentValue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which events an administrator asks for. What cannot be fails with {@link ProblemException}. */
final class EventQuery {

  static final String CLIENT = "client_id";
  static final String SUBJECT = "subject";
  static final String GRANT = "grant";
  static final String KIND = "kind";
  static final String FROM = "from";
  static final String TO = "to";

  /** The parameters of the filter. */
  static final Set<String> NAMES = Set.of(CLIENT, SUBJECT, GRANT, KIND, FROM, TO);

  private EventQuery() {}

  static EventFilter filter(AdminQuery query) {
    var from = query.value(FROM).map(SentValue::time).orElse(null);
    var to = query.value(TO).map(SentValue::time).orElse(null);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new ProblemException(400, "The parameter from is not before to");
    }
    return new EventFilter(
        text(query, CLIENT),
        text(query, SUBJECT),
        text(query, GRANT),
        text(query, KIND),
        from,
        to,
        query.place().map(EventQuery::last).orElse(null),
        // One more tells whether there are more.
        query.limit() + 1);
  }

  /** Where a page that ended with this event goes on: whatever comes or goes meanwhile. */
  static List<String> place(UUID last) {
    return List.of(last.toString());
  }

  private static UUID last(List<String> place) {
    try {
      return UUID.fromString(place.getFirst());
    } catch (IllegalArgumentException e) {
      throw AdminQuery.foreignCursor();
    }
  }

  private static @Nullable String text(AdminQuery query, String name) {
    return query.value(name).map(SentValue::value).orElse(null);
  }
}
