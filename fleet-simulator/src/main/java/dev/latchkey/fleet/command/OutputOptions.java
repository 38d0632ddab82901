package dev.latchkey.fleet.command;

import java.nio.file.Path;
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
}
