package dev.latchkey.fleet.command;

import dev.latchkey.fleet.statistics.Second;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** A line that tells how it goes: each second at a terminal, else each ten. */
final class Progress implements Consumer<Second> {

  private static final int WIDTH = 118;
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
      err.print("\r" + padded(line(second)));
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
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%4.0f s  %,d polling  %,d linked  %,d ended | %,d a second, p50 %.1f ms, p99 %.1f ms,"
                    + " max %.1f ms",
                second.at(),
                census.polling(),
                census.linked(),
                census.ended(),
                answered,
                second.p50(),
                second.p99(),
                second.max()));
    if (census.queued() > 0) {
      text.append(String.format(Locale.ROOT, " | %,d wait for a connection", census.queued()));
    }
    if (second.failed() > 0) {
      text.append(String.format(Locale.ROOT, " | %,d failed", second.failed()));
    }
    return text.toString();
  }

  private static String padded(String line) {
    return line.length() >= WIDTH
        ? line.substring(0, WIDTH)
        : line + " ".repeat(WIDTH - line.length());
  }
}
