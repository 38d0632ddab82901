package dev.latchkey.bench.proc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process and those it has started, such as PostgreSQL and its backends. */
public record ProcessFamily(ProcessHandle root) {

  private static final Path PROC = Path.of("/proc");
  private static final String RESIDENT = "VmRSS:";

  /** CPU time since it started, each process once, those that have ended included. */
  public Duration cpu() {
    try {
      var first = ProcStat.read(PROC, root.pid());
      return root.descendants()
          .map(ProcessFamily::ownTime)
          .reduce(first.own().plus(first.reaped()), Duration::plus);
    } catch (IOException e) {
      throw new UncheckedIOException("process " + root.pid() + " has gone", e);
    }
  }

  /** Resident memory of the process itself. */
  public long residentBytes() {
    try (var lines = Files.lines(PROC.resolve(root.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + RESIDENT));
    } catch (IOException e) {
      throw new UncheckedIOException("process " + root.pid() + " has gone", e);
    }
  }

  /** A child that ends meanwhile is among its parent's reaped ones next time. */
  private static Duration ownTime(ProcessHandle child) {
    try {
      return ProcStat.read(PROC, child.pid()).own();
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }
}
