package dev.latchkey.fleet.statistics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that is counted in one slice of the run. Confined to one thread; added up at the end. */
public final class Ledger {

  private final SortedMap<Integer, Map<Kind, Cell>> cells = new TreeMap<>();
  private final SortedMap<String, Long> surprises = new TreeMap<>();
  private final SortedMap<String, Long> remarks = new TreeMap<>();

  /**
   * A request that was answered, or given up.
   *
   * @param latency from its intended start, in nanoseconds
   * @param service from when it was sent, in nanoseconds
   */
  public void add(int phase, Kind kind, Outcome outcome, long latency, long service) {
    var cell = cell(phase, kind);
    cell.latency().add(latency);
    cell.service().add(service);
    cell.count(outcome, 1);
  }

  /**
   * A request that was due and never left us, so that there is no service to measure.
   *
   * @param waited from its intended start, in nanoseconds
   */
  public void addUnsent(int phase, Kind kind, Outcome outcome, long waited) {
    var cell = cell(phase, kind);
    cell.latency().add(waited);
    cell.count(outcome, 1);
  }

  /** A request without a time worth measuring. */
  public void count(int phase, Kind kind, Outcome outcome) {
    cell(phase, kind).count(outcome, 1);
  }

  /** An answer outside the specifications, in words. */
  public void surprise(String what) {
    surprises.merge(what, 1L, Long::sum);
  }

  /** Something that is allowed, and that a reader wants to know. */
  public void remark(String what) {
    remarks.merge(what, 1L, Long::sum);
  }

  public Optional<Cell> find(int phase, Kind kind) {
    return Optional.ofNullable(cells.getOrDefault(phase, Map.of()).get(kind));
  }

  public SortedMap<String, Long> surprises() {
    return surprises;
  }

  public SortedMap<String, Long> remarks() {
    return remarks;
  }

  /** Adds another slice's. */
  public void add(Ledger other) {
    other.cells.forEach(
        (phase, kinds) -> kinds.forEach((kind, cell) -> cell(phase, kind).add(cell)));
    other.surprises.forEach((what, times) -> surprises.merge(what, times, Long::sum));
    other.remarks.forEach((what, times) -> remarks.merge(what, times, Long::sum));
  }

  private Cell cell(int phase, Kind kind) {
    return cells
        .computeIfAbsent(phase, number -> new EnumMap<>(Kind.class))
        .computeIfAbsent(kind, name -> new Cell());
  }
}
