package dev.latchkey.oauth.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The query of a list: its filter, and which page of it. A parameter that is misspelt, empty or
 * there twice fails with {@link ProblemException}: without it the list would be another one than
 * was meant.
 *
 * <p>A list is paged by {@code limit} and {@code cursor}. The cursor is the place of the last item
 * on a page ({@link #cursorAt}), and names what is listed: sent with another filter, it is refused.
 * So items that come or go meanwhile move no other from page to page.
 */
public final class AdminQuery {

  /** How many items a page has at most. */
  public static final int LARGEST_PAGE = 200;

  /** How many it has if nothing is said. */
  public static final int USUAL_PAGE = 50;

  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";

  private final String list;
  private final Map<String, SentValue> sent;

  private AdminQuery(String list, Map<String, SentValue> sent) {
    this.list = list;
    this.sent = sent;
  }

  /**
   * Reads the query of an address.
   *
   * @param filter the parameters that the list has, besides {@code limit} and {@code cursor}
   */
  public static AdminQuery of(UriInfo address, Set<String> filter) {
    return of(address.getPath(), address.getQueryParameters(), filter);
  }

  static AdminQuery of(String path, Map<String, List<String>> parameters, Set<String> filter) {
    var sent = new TreeMap<String, SentValue>();
    parameters.forEach((name, values) -> sent.put(name, value(name, values, filter)));
    return new AdminQuery(nameOf(path, sent), sent);
  }

  public Optional<SentValue> value(String name) {
    return Optional.ofNullable(sent.get(name));
  }

  /** How many items the page is to have: 1 to {@value #LARGEST_PAGE}. */
  public int limit() {
    return value(LIMIT).map(limit -> limit.number(1, LARGEST_PAGE)).orElse(USUAL_PAGE);
  }

  /** What the page follows, as it was given to {@link #cursorAt}; empty for the first page. */
  public Optional<List<String>> place() {
    return value(CURSOR)
        .map(
            cursor ->
                Cursor.parse(cursor.value())
                    .filter(known -> known.list().equals(list))
                    .orElseThrow(AdminQuery::foreignCursor)
                    .place());
  }

  /** What to send for the page that follows that place. */
  public String cursorAt(List<String> place) {
    return new Cursor(list, place).toString();
  }

  /** For a resource that cannot make sense of its place either. */
  public static ProblemException foreignCursor() {
    return new ProblemException(
        400, "The parameter cursor is not of this list; send the filter that it came with");
  }

  private static SentValue value(String name, List<String> values, Set<String> filter) {
    if (!name.equals(LIMIT) && !name.equals(CURSOR) && !filter.contains(name)) {
      throw new ProblemException(400, "The parameter %s is not known".formatted(name));
    }
    if (values.size() > 1) {
      throw new ProblemException(400, "The parameter %s is there twice".formatted(name));
    }
    return SentValue.parameter(name, values.getFirst());
  }

  /** Short, and the same for the same filter in any order. */
  private static String nameOf(String path, SortedMap<String, SentValue> sent) {
    var filter =
        sent.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(LIMIT) && !entry.getKey().equals(CURSOR))
            .map(entry -> entry.getKey() + "=" + entry.getValue().value())
            .collect(Collectors.joining("\n"));
    return ETag.ofBytes((path + "\n" + filter).getBytes(UTF_8)).opaque();
  }
}
