package dev.latchkey.fleet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.fleet.report.Line.Point;
import dev.latchkey.fleet.report.Plot.Axis;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlotTest {

  @Test
  void thinningLosesNoPeak() {
    // Given
    var points =
        IntStream.range(0, 5_000).mapToObj(i -> new Point(i, i == 3_333 ? 99 : 1)).toList();
    var line = new Line("", List.of(points));

    // When
    var thinned = line.thinned(600);

    // Then
    assertThat(thinned.points()).hasSizeLessThan(700).contains(new Point(3_333, 99));
  }

  @Test
  void marksAreRoundNumbers() {
    // When
    var scale = Scale.Linear.to(173);

    // Then
    assertThat(scale.marks()).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0);
  }

  @Test
  void aMarkHasNoMoreDigitsThanItsStep() {
    // When
    var scale = Scale.Linear.to(1);

    // Then
    assertThat(scale.marks()).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
  }

  @Test
  void aLineBreaksWhereThereIsNoValue() {
    // Given
    var values = List.of(5, 6, 0, 0, 7);
    var line =
        Line.broken(
            "median",
            values,
            value -> value,
            value -> value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value));
    var axis = new Axis("x", new Scale.Linear(10), Double::toString);

    // When
    var html = new Plot("Latency.", "By the second.", axis, axis, List.of(line)).html();

    // Then: a line, a dot, and the legend's
    assertThat(line.stretches())
        .containsExactly(List.of(new Point(5, 5), new Point(6, 6)), List.of(new Point(7, 7)));
    assertThat(html.split("<polyline class=\"l0\"", -1)).hasSize(1 + 2);
    assertThat(html).containsOnlyOnce("<polyline class=\"l0 dot\"");
  }

  @Test
  void everyAxisHasAName() {
    // Given
    var time = new Axis("seconds", new Scale.Linear(1), Double::toString);
    var count = new Axis("devices", new Scale.Linear(1), Double::toString);

    // When
    var html = new Plot("Devices.", "Where they are.", time, count, List.of()).html();

    // Then
    assertThat(html).contains(">seconds</text>", ">devices</text>");
    assertThat(html).contains("aria-label=\"Devices. Where they are.\"");
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
    var line = new Line("<script>", List.of(List.of(new Point(0, 0), new Point(1, 1))));

    // When
    var html = new Plot("a & b", "\"c\"", axis, axis, List.of(line)).html();

    // Then
    assertThat(html).contains("a &amp; b", "&quot;c&quot;", "&lt;script&gt;");
  }
}
