package dev.latchkey.local;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The processes of a local system, noted in a file as they start: the launcher first. If the
 * launcher is killed with no chance to stop them, the next one finds them here and ends them. A
 * process of somebody else's that got one of their pids is left alone.
 */
final class Leftovers {

  static final String LAUNCHER = "launcher";

  private final Path file;
  private final Path postgresData;

  Leftovers(RunFolder folder) {
    this.file = folder.processes();
    this.postgresData = folder.postgres();
  }

  synchronized void note(String part, ProcessHandle process) {
    try {
      Files.writeString(file, ProcessMark.of(part, process).line() + "\n", CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot note the process of " + part, e);
    }
  }

  /** The launcher that wrote the file, if it still runs: then nothing of it is left over. */
  Optional<ProcessHandle> launcher() {
    return marks().stream()
        .filter(mark -> mark.part().equals(LAUNCHER))
        .flatMap(mark -> mark.alive().stream())
        .findFirst();
  }

  /** Ends what an earlier run left, the last started first, and answers the names of the parts. */
  List<String> end() {
    if (launcher().isPresent()) {
      return List.of();
    }
    var ended = new ArrayList<String>();
    for (var mark : marks().reversed()) {
      mark.alive()
          .ifPresent(
              process -> {
                Ending.of(process).gently();
                ended.add(mark.part() + " (" + mark.pid() + ")");
              });
    }
    return List.copyOf(ended);
  }

  private List<ProcessMark> marks() {
    var marks = new ArrayList<ProcessMark>();
    postmaster().ifPresent(marks::add);
    if (Files.exists(file)) {
      try (var lines = Files.lines(file)) {
        lines.map(ProcessMark::parse).flatMap(Optional::stream).forEach(marks::add);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return marks;
  }

  /**
   * PostgreSQL notes itself: pid in the first line of its lock file, start in the third. Ours would
   * come too late, its start returns only when it is ready.
   */
  private Optional<ProcessMark> postmaster() {
    try {
      var lines = Files.readAllLines(postgresData.resolve("postmaster.pid"));
      return Optional.of(
          new ProcessMark(
              Long.parseLong(lines.get(0).strip()),
              Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
              Part.POSTGRES.title()));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
