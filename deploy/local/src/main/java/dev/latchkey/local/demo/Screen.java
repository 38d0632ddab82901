package dev.latchkey.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * Lines of text, and on a terminal one line at the end that is rewritten in place. UTF-8 whatever
 * the locale says.
 */
final class Screen {

  private static final String REWRITE = "\r\u001b[2K";

  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
  private final boolean terminal;
  private boolean statusShown;

  Screen(boolean terminal) {
    this.terminal = terminal;
  }

  boolean isTerminal() {
    return terminal;
  }

  synchronized void line(String text) {
    clearStatus();
    out.println(text);
    out.flush();
  }

  void lines(List<String> lines) {
    lines.forEach(this::line);
  }

  /** Shown until the next line; not at all where lines cannot be rewritten. */
  synchronized void status(String text) {
    if (terminal) {
      clearStatus();
      out.print(text);
      out.flush();
      statusShown = true;
    }
  }

  private void clearStatus() {
    if (statusShown) {
      out.print(REWRITE);
      statusShown = false;
    }
  }
}
