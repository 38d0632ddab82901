package dev.latchkey.bench.measure;

import dev.latchkey.bench.proc.Machine;
import java.util.List;
import java.util.Map;

/**
 * All that one bench has found out.
 *
 * @param software what ran, by name: its version
 * @param course how it was measured, in words, by name
 * @param series by kind of work
 * @param starts seconds to the first answer, by server
 * @param memory resident bytes after load, by server
 * @param waits of polls, the lowest rate first
 * @param growth in the order of pending grants
 */
public record Findings(
    Machine machine,
    Map<String, String> software,
    Map<String, String> course,
    Map<Subject, Series> series,
    Map<String, Spread> starts,
    Map<String, Long> memory,
    List<Latency> waits,
    List<Growth.Point> growth) {

  /** Of one kind of work. */
  public Series of(Subject subject) {
    return Rounds.take(series, subject);
  }
}
