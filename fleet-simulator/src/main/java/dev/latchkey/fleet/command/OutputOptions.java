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
   * @throws UsageException if there is no folder for one, or a folder in its place
   */
  void check() {
    check("--json", json);
    check("--html", html);
  }

  private static void check(String option, @Nullable Path file) {
    if (file == null) {
      return;
    }
    var folder = Optional.ofNullable(file.toAbsolutePath().getParent());
    if (Files.isDirectory(file) || !folder.map(Files::isWritable).orElse(false)) {
      throw new UsageException("%s: cannot write a file %s".formatted(option, file));
    }
  }
}
