package dev.latchkey.oauth.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A counter for each of a few outcomes. All are there from the start, at zero, so that the first of
 * each shows as an increase; and to count is an addition, without a tag to look up.
 */
public final class Counts<E extends Enum<E>> {

  private final Map<E, Counter> counters;

  /**
   * Makes the counters.
   *
   * @param name with dots: Prometheus is told {@code a_b_total} of {@code a.b}
   * @param tag tells them apart; its values are the names of the constants in lower case
   */
  public Counts(MeterRegistry registry, String name, String help, String tag, Class<E> outcomes) {
    this(registry, name, help, Tags.empty(), tag, outcomes);
  }

  /** The same, with tags that all of them have. */
  public Counts(
      MeterRegistry registry,
      String name,
      String help,
      Tags common,
      String tag,
      Class<E> outcomes) {
    counters = new EnumMap<>(outcomes);
    for (var outcome : EnumSet.allOf(outcomes)) {
      counters.put(
          outcome,
          Counter.builder(name)
              .description(help)
              .tags(common)
              .tag(tag, outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  public void add(E outcome) {
    Objects.requireNonNull(counters.get(outcome)).increment();
  }
}
