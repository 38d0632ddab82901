package dev.latchkey.authz.registry.admin;

import dev.latchkey.authz.registry.EntryFilter;
import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.oauth.admin.SentValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which entries an administrator asks for, and the page of them that he gets. */
final class EntryQuery {

  static final String STATE = "state";
  static final String SOURCE = EntrySource.FIELD;

  /** The parameters of the filter. */
  static final Set<String> NAMES = Set.of(STATE, SOURCE);

  private EntryQuery() {}

  private enum State {
    ENABLED,
    DISABLED
  }

  private enum Source {
    FILE,
    ADMIN
  }

  static EntryFilter filter(AdminQuery query) {
    return new EntryFilter(
        word(query, STATE, State.class).map(State.ENABLED::equals),
        word(query, SOURCE, Source.class).map(Source.FILE::equals),
        query.place().map(List::getFirst),
        // One more tells whether there are more.
        query.limit() + 1);
  }

  static <T> List<T> page(List<T> found, AdminQuery query) {
    return found.subList(0, Math.min(query.limit(), found.size()));
  }

  /** The cursor of the page that follows; null if there is none. */
  static <T> @Nullable String next(List<T> found, AdminQuery query, Function<T, String> key) {
    var page = page(found, query);
    return found.size() > page.size() ? query.cursorAt(List.of(key.apply(page.getLast()))) : null;
  }

  private static <E extends Enum<E>> Optional<E> word(
      AdminQuery query, String name, Class<E> words) {
    return query.value(name).map((SentValue sent) -> sent.word(words));
  }
}
