package dev.latchkey.fleet.statistics;

import java.util.EnumMap;
import java.util.Map;

/** What was answered since somebody last looked; a second of the run, as a rule. */
public final class Interval {

  private final Latencies quick = new Latencies();
  private final Map<Kind, Long> answered = new EnumMap<>(Kind.class);
  private long failed;

  /**
   * Counts an answer where it arrives, with its latency from the intended start in nanoseconds.
   *
   * @param good whether it was an answer to the question, and not an overload, silence or surprise
   */
  public void add(Kind kind, long latency, boolean good) {
    answered.merge(kind, 1L, Long::sum);
    failed += good ? 0 : 1;
    if (kind.isQuick()) {
      quick.add(latency);
    }
  }

  /** Moves what is here over to another, and begins again. */
  public void drainInto(Interval total) {
    total.quick.add(quick);
    answered.forEach((kind, times) -> total.answered.merge(kind, times, Long::sum));
    total.failed += failed;
    quick.clear();
    answered.clear();
    failed = 0;
  }

  /** Of starts, polls and refreshes. */
  public Latencies quick() {
    return quick;
  }

  public Map<Kind, Long> byKind() {
    return Map.copyOf(answered);
  }

  public long failed() {
    return failed;
  }
}
