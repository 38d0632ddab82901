package dev.latchkey.bench.report;

/**
 * A page of which some parts are generated: those between {@code <!-- bench:begin NAME -->} and
 * {@code <!-- bench:end NAME -->}.
 */
record MarkedText(String text) {

  /**
   * With another content of the part.
   *
   * @throws IllegalStateException if the page has no such part: writing it anywhere might overwrite
   *     what somebody wrote
   */
  MarkedText with(String part, String content) {
    var begin = "<!-- bench:begin " + part + " -->";
    var end = "<!-- bench:end " + part + " -->";
    var from = text.indexOf(begin);
    var to = text.indexOf(end, from + 1);
    if (from < 0 || to < 0) {
      throw new IllegalStateException(
          "the page has lost its markers %s and %s; put them where the part belongs"
              .formatted(begin, end));
    }
    return new MarkedText(
        text.substring(0, from + begin.length())
            + "\n\n"
            + content.strip()
            + "\n\n"
            + text.substring(to));
  }
}
