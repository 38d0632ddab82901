package dev.latchkey.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Where a local system says what it does: one line per event, from any thread. */
public final class Console {

  private final PrintStream out;

  private Console(PrintStream out) {
    this.out = out;
  }

  /** Standard output, in UTF-8 whatever the locale says. */
  public static Console standard() {
    return new Console(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
  }

  public static Console silent() {
    return new Console(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
  }

  void say(String line) {
    out.println(line);
  }

  void ready(String part, int port, Duration took) {
    say(String.format(Locale.ROOT, "  %-22s ready on port %d after %s", part, port, seconds(took)));
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
