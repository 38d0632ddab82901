package dev.latchkey.fleet.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the account goes, besides the terminal. */
final class OutputOptions {

  @Option(names = "--json", paramLabel = "FILE", description = "write all figures to this file")
  @Nullable Path json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a report with plots to this file; it needs no other")
  @Nullable Path html;

  @Option(names = "--quiet", description = "no progress on the way")
  boolean quiet;

  /**
   * Looks before the run whether the files can be written after it.
   *
   * @throws UsageException if one cannot be, or would take the place of the other
   */
  void check() {
    check("--json", json);
    check("--html", html);
    if (json != null && html != null && place(json).equals(place(html))) {
      throw new UsageException("--json and --html must be two files");
    }
  }

  private static Path place(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static void check(String option, @Nullable Path file) {
    if (file == null) {
      return;
    }
    var folder = Optional.ofNullable(file.toAbsolutePath().getParent());
    var writable =
        Files.exists(file)
            ? !Files.isDirectory(file) && Files.isWritable(file)
            : folder.map(some -> Files.isDirectory(some) && Files.isWritable(some)).orElse(false);
    if (!writable) {
      throw new UsageException("%s: cannot write a file %s".formatted(option, file));
    }
  }
}
