package dev.latchkey.fleet.command;

import dev.latchkey.fleet.statistics.Second;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** A line that tells how it goes: each second at a terminal, else each ten. */
final class Progress implements Consumer<Second> {

  /** Back to the line's beginning, and no wrapping where the terminal is narrower than the line. */
  private static final String REWRITE = "\r\033[?7l";

  /** Away with the rest of the line before, and wrapping again. */
  private static final String DONE = "\033[K\033[?7h";

  private static final int SECONDS_BETWEEN_LINES = 10;

  private final PrintWriter err;
  private final boolean terminal;
  private final boolean quiet;
  private int seconds;

  Progress(PrintWriter err, boolean terminal, boolean quiet) {
    this.err = err;
    this.terminal = terminal;
    this.quiet = quiet;
  }

  @Override
  public void accept(Second second) {
    seconds++;
    if (quiet) {
      return;
    }
    if (terminal) {
      err.print(REWRITE + line(second) + DONE);
      err.flush();
    } else if (seconds % SECONDS_BETWEEN_LINES == 0) {
      err.println(line(second));
    }
  }

  void end() {
    if (terminal && !quiet) {
      err.println();
    }
  }

  static String line(Second second) {
    var census = second.census();
    var answered = second.answered().values().stream().mapToLong(Long::longValue).sum();
    var text = new StringBuilder(String.format(Locale.ROOT, "%4.0f s", second.at()));
    some(text, "  ", census.polling(), "polling");
    some(text, "  ", census.linked(), "linked");
    some(text, "  ", census.ended(), "ended");
    text.append(
        String.format(
            Locale.ROOT,
            " | %,d a second, p50 %s, p99 %s, max %s",
            answered,
            millis(second.p50()),
            millis(second.p99()),
            millis(second.max())));
    some(text, " | ", census.queued(), "wait for a connection");
    some(text, " | ", second.failed(), "failed");
    return text.toString();
  }

  private static String millis(OptionalDouble time) {
    return time.isPresent() ? String.format(Locale.ROOT, "%.1f ms", time.getAsDouble()) : "-";
  }

  private static void some(StringBuilder text, String before, long number, String of) {
    if (number > 0) {
      text.append(before).append(String.format(Locale.ROOT, "%,d ", number)).append(of);
    }
  }
}
