package dev.latchkey.fleet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.fleet.report.Line.Point;
import dev.latchkey.fleet.report.Plot.Axis;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlotTest {

  @Test
  void thinningLosesNoPeak() {
    // Given
    var points =
        IntStream.range(0, 5_000).mapToObj(i -> new Point(i, i == 3_333 ? 99 : 1)).toList();

    // When
    var thinned = Plot.thinned(points);

    // Then
    assertThat(thinned).hasSizeLessThan(700).contains(new Point(3_333, 99));
  }

  @Test
  void marksAreRoundNumbers() {
    // When
    var scale = Scale.Linear.to(173);

    // Then
    assertThat(scale.marks()).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0);
  }

  @Test
  void eachFurtherNineIsAsFar() {
    // When
    var scale = new Scale.Nines(99.99);

    // Then
    assertThat(scale.at(90)).isCloseTo(0.25, within(1e-6));
    assertThat(scale.at(99)).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void textOfTheServerCannotBecomeMarkup() {
    // Given
    var axis = new Axis("x", new Scale.Linear(1), Double::toString);
    var line = new Line("<script>", List.of(new Point(0, 0), new Point(1, 1)));

    // When
    var html = new Plot("a & b", "\"c\"", axis, axis, List.of(line)).html();

    // Then
    assertThat(html).contains("a &amp; b", "&quot;c&quot;", "&lt;script&gt;");
  }
}
