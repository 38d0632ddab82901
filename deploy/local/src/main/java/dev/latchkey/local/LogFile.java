package dev.latchkey.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one part prints. */
record LogFile(Path path) {

  private static final int LINES = 25;
  private static final int BYTES = 16 * 1024;

  ProcessBuilder.Redirect redirect() {
    return ProcessBuilder.Redirect.appendTo(path.toFile());
  }

  /** Its last lines, indented, for a message about a failure. */
  String tail() {
    if (!Files.exists(path)) {
      return "";
    }
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      var length = (int) Math.min(file.length(), BYTES);
      var end = new byte[length];
      file.seek(file.length() - length);
      file.readFully(end);
      List<String> lines = new String(end, UTF_8).lines().toList();
      var last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
      return "    | " + String.join("\n    | ", last);
    } catch (IOException e) {
      return "    | (cannot read " + path + ": " + e.getMessage() + ")";
    }
  }
}
