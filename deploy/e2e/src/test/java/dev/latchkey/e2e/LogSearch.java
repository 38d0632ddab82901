package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for many texts at once: logs are large, and secrets are many. */
final class LogSearch {

  /** What every text has at least; eight bytes fit a {@code long}. */
  private static final int WINDOW = 8;

  private static final int FILTER_BITS = 22;

  private final Map<Long, List<String>> byStart = new HashMap<>();
  private final BitSet starts = new BitSet(1 << FILTER_BITS);
  private final Map<String, String> kinds;

  /**
   * @param kinds what to look for, each with what it is called
   */
  LogSearch(Map<String, String> kinds) {
    this.kinds = kinds;
    for (var text : kinds.keySet()) {
      var start = start(text);
      byStart.computeIfAbsent(start, first -> new ArrayList<>()).add(text);
      starts.set(slot(start));
    }
  }

  /** One sentence for each line that holds one of the texts; it names the kind, not the text. */
  List<String> in(Path folder) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        inFile(file, found);
      }
    }
    return found;
  }

  private void inFile(Path file, List<String> found) throws IOException {
    try (var lines = Files.newBufferedReader(file, ISO_8859_1)) {
      var number = 0;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        inLine(line, file.getFileName() + ":" + number, found);
      }
    }
  }

  private void inLine(String line, String where, List<String> found) {
    var window = 0L;
    for (var i = 0; i < line.length(); i++) {
      window = window << Byte.SIZE | line.charAt(i);
      if (i >= WINDOW - 1 && starts.get(slot(window))) {
        var from = i - WINDOW + 1;
        byStart.getOrDefault(window, List.of()).stream()
            .filter(text -> line.startsWith(text, from))
            .forEach(text -> found.add("%s has a %s".formatted(where, kinds.get(text))));
      }
    }
  }

  private static long start(String text) {
    var window = 0L;
    for (var i = 0; i < WINDOW; i++) {
      window = window << Byte.SIZE | text.charAt(i);
    }
    return window;
  }

  private static int slot(long window) {
    return (int) ((window * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FILTER_BITS));
  }
}
