package dev.latchkey.bench.proc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on. */
public record Machine(String processor, int cores, long memoryBytes, String kernel, String jdk) {

  public static Machine here() {
    return read(Path.of("/proc"), Runtime.version().toString());
  }

  static Machine read(Path proc, String jdk) {
    var processor = value(proc.resolve("cpuinfo"), "model name", "unknown processor");
    var memory = value(proc.resolve("meminfo"), "MemTotal", "0 kB").replace(" kB", "");
    return new Machine(
        processor,
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(memory) * 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        jdk);
  }

  /**
   * The first value of that name in a file of lines {@code name : value}; ARM has no model name.
   */
  private static String value(Path file, String name, String absent) {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(absent);
    } catch (IOException e) {
      throw new UncheckedIOException("this runs on Linux only", e);
    }
  }
}
