package dev.latchkey.bench.proc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One line of {@code /proc/<pid>/stat} (proc(5)), as far as CPU time goes.
 *
 * @param own in user and kernel mode, all threads
 * @param reaped of children that have ended and were waited for
 */
record ProcStat(Duration own, Duration reaped) {

  /**
   * USER_HZ: what the kernel shows to programs is counted in hundredths, whatever its own clock.
   */
  private static final Duration TICK = Duration.ofMillis(10);

  /** Counted behind the command's name, which is in parentheses and may hold anything. */
  private static final int UTIME = 11;

  private static final int STIME = 12;
  private static final int CUTIME = 13;
  private static final int CSTIME = 14;

  static ProcStat read(Path proc, long pid) throws IOException {
    return parse(Files.readString(proc.resolve(pid + "/stat")));
  }

  static ProcStat parse(String line) {
    var fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
    return new ProcStat(ticks(fields, UTIME, STIME), ticks(fields, CUTIME, CSTIME));
  }

  private static Duration ticks(String[] fields, int user, int kernel) {
    return TICK.multipliedBy(Long.parseLong(fields[user]) + Long.parseLong(fields[kernel]));
  }
}
