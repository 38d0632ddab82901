package dev.latchkey.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The files of one local system. Data goes when it stops; logs stay until the next start. */
record RunFolder(Path root) {

  Path logs() {
    return root.resolve("logs");
  }

  Path redis() {
    return root.resolve("redis");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  /** See {@link Leftovers}. */
  Path processes() {
    return root.resolve("processes");
  }

  LogFile log(String part) {
    return new LogFile(logs().resolve(part + ".log"));
  }

  /** Empties the folder of what an earlier run left. */
  void prepare() {
    try {
      removeData();
      remove(logs());
      Files.createDirectories(logs());
      Files.createDirectories(redis());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + root, e);
    }
  }

  void removeData() throws IOException {
    remove(redis());
    remove(postgres());
    remove(processes());
  }

  private static void remove(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (var walk = Files.walk(tree)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
