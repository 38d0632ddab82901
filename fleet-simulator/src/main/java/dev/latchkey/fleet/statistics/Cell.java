package dev.latchkey.fleet.statistics;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One kind of request in one phase. */
public final class Cell {

  private final Latencies latency = new Latencies();
  private final Latencies service = new Latencies();
  private final Map<Outcome, Long> outcomes = new HashMap<>();

  /** From the intended start to the answer: what a device feels. */
  public Latencies latency() {
    return latency;
  }

  /** From the moment it was sent: what the server and the net took, and blind to a stall. */
  public Latencies service() {
    return service;
  }

  public SortedMap<Outcome, Long> outcomes() {
    return new TreeMap<>(outcomes);
  }

  public long count() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Without those that the server never saw. */
  public long sent() {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getKey().isSent())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  void count(Outcome outcome, long times) {
    outcomes.merge(outcome, times, Long::sum);
  }

  void add(Cell other) {
    latency.add(other.latency);
    service.add(other.service);
    other.outcomes.forEach(this::count);
  }
}
