package dev.latchkey.oauth.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where a page of a list ended, in a form that is for us alone to read. It is no secret and gives
 * no right: whoever sends one is an administrator.
 *
 * @param list names what is listed; in another list the place means nothing
 * @param place of the last item on the page, in words of the resource; one at least, and none with
 *     a line end in it
 */
record Cursor(String list, List<String> place) {

  private static final String SEPARATOR = "\n";

  Cursor {
    place = List.copyOf(place);
  }

  /** Reads what {@link #toString} wrote. */
  static Optional<Cursor> parse(String sent) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(sent);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    var words = List.of(new String(bytes, UTF_8).split(SEPARATOR, -1));
    // PostgreSQL is not asked for what no text can hold.
    return words.size() < 2 || words.stream().anyMatch(word -> word.indexOf('\0') >= 0)
        ? Optional.empty()
        : Optional.of(new Cursor(words.getFirst(), words.subList(1, words.size())));
  }

  /** The form that goes over the wire. */
  @Override
  public String toString() {
    var words = list + SEPARATOR + String.join(SEPARATOR, place);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(UTF_8));
  }
}
