package dev.latchkey.bench.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The turns of one kind of work, a sample for each round.
 *
 * @param expected the answer that each request should have had
 */
public record Series(String expected, List<Sample> samples) {

  public Series {
    samples = List.copyOf(samples);
  }

  public Spread spread(ToDoubleFunction<Sample> figure) {
    return Spread.of(samples.stream().map(figure::applyAsDouble).toList());
  }

  public Spread cost() {
    return spread(Sample::cost);
  }

  /** How many times what the other costs, compared round by round. */
  public Spread times(Series other) {
    return Spread.of(
        IntStream.range(0, samples.size())
            .mapToObj(round -> samples.get(round).cost() / other.samples.get(round).cost())
            .toList());
  }

  public long requests() {
    return samples.stream().mapToLong(sample -> sample.outcome().requests()).sum();
  }

  /** Requests that were answered otherwise; what they cost is in the figures too. */
  public long unexpected() {
    return requests()
        - samples.stream().mapToLong(sample -> sample.outcome().count(expected)).sum();
  }
}
