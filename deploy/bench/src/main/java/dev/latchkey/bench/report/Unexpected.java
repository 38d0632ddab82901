package dev.latchkey.bench.report;

import dev.latchkey.bench.measure.Series;
import dev.latchkey.bench.measure.Subject;
import java.util.Map;
import java.util.StringJoiner;

/** One sentence on what was answered otherwise than it should be: figures with it mean less. */
final class Unexpected {

  private final StringJoiner others = new StringJoiner(", ");

  Unexpected addAll(Map<Subject, Series> series) {
    series.forEach((subject, turns) -> add(subject.title(), turns));
    return this;
  }

  Unexpected add(String what, Series turns) {
    if (turns.unexpected() > 0) {
      others.add("%s %,d of %,d".formatted(what, turns.unexpected(), turns.requests()));
    }
    return this;
  }

  @Override
  public String toString() {
    return others.length() == 0
        ? "Every request was answered as it should be."
        : "Answered otherwise than they should be: " + others + ".";
  }
}
