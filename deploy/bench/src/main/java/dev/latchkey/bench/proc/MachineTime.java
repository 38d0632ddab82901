package dev.latchkey.bench.proc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What all cores have done since the machine was started, in ticks: the first line of {@code
 * /proc/stat} (proc(5)).
 */
public record MachineTime(long idle, long all) {

  /** Behind the word "cpu": user, nice, system, idle, iowait, irq, softirq, steal. */
  private static final int KINDS = 8;

  private static final int IDLE = 3;
  private static final int WAITING = 4;

  public static MachineTime now() {
    return read(Path.of("/proc"));
  }

  static MachineTime read(Path proc) {
    try (var lines = Files.lines(proc.resolve("stat"))) {
      var words = lines.findFirst().orElseThrow().split("\\s+", -1);
      var ticks = Stream.of(words).skip(1).limit(KINDS).mapToLong(Long::parseLong).toArray();
      return new MachineTime(ticks[IDLE] + ticks[WAITING], LongStream.of(ticks).sum());
    } catch (IOException e) {
      throw new UncheckedIOException("this runs on Linux only", e);
    }
  }

  /** The share of the cores, from 0 to 1, that was busy since then. */
  public double busySince(MachineTime then) {
    var all = this.all - then.all;
    return all == 0 ? 0 : 1 - (double) (idle - then.idle) / all;
  }
}
