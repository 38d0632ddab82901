package dev.latchkey.bench.report;

/**
 * A page of which some parts are generated: those between {@code <!-- OWNER:begin NAME -->} and
 * {@code <!-- OWNER:end NAME -->}.
 *
 * @param owner who generates them
 */
public record MarkedText(String owner, String text) {

  /**
   * With another content of the part.
   *
   * @throws IllegalStateException if the page has no such part: writing it anywhere might overwrite
   *     what somebody wrote
   */
  public MarkedText with(String part, String content) {
    var begin = "<!-- " + owner + ":begin " + part + " -->";
    var end = "<!-- " + owner + ":end " + part + " -->";
    var from = text.indexOf(begin);
    var to = text.indexOf(end, from + 1);
    if (from < 0 || to < 0) {
      throw new IllegalStateException(
          "the page has lost its markers %s and %s; put them where the part belongs"
              .formatted(begin, end));
    }
    return new MarkedText(
        owner,
        text.substring(0, from + begin.length())
            + "\n\n"
            + content.strip()
            + "\n\n"
            + text.substring(to));
  }
}
