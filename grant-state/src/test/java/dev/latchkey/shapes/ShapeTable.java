package dev.latchkey.shapes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table of {@code docs/shapes.md}. */
public final class ShapeTable {

  private static final Path PAGE = Path.of("../docs/shapes.md");

  /** A status, and the error code of a refusal. */
  private static final Pattern ANSWER = Pattern.compile("(\\d{3})(?: `(\\w+)`)?");

  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** What a client is answered, by what has happened and by its error profile. */
  public record Row(String outcome, Profile profile, Shape shape) {

    @Override
    public String toString() {
      return outcome + ", " + profile;
    }
  }

  /** The columns of the page. */
  public enum Profile {
    RFC8628,
    AUTH0
  }

  private ShapeTable() {}

  /** The rows of the table below that heading, twice each, in their order. */
  public static List<Row> below(String heading) {
    return lines(heading).stream().flatMap(ShapeTable::rows).toList();
  }

  private static List<String> lines(String heading) {
    try {
      var lines =
          Files.readAllLines(PAGE).stream()
              .dropWhile(line -> !line.equals("## " + heading))
              .skip(1)
              .takeWhile(line -> !line.startsWith("## "))
              .filter(line -> line.startsWith("|"))
              .skip(2)
              .toList();
      if (lines.isEmpty()) {
        throw new AssertionError("no table below " + heading);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Row> rows(String line) {
    var cells = Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList();
    var members = names(cells.get(3));
    var headers = names(cells.get(4));
    return Stream.of(
        new Row(cells.get(0), Profile.RFC8628, shape(cells.get(1), members, headers)),
        new Row(cells.get(0), Profile.AUTH0, shape(cells.get(2), members, headers)));
  }

  private static Shape shape(String cell, Set<String> members, Set<String> headers) {
    var answer = ANSWER.matcher(cell);
    if (!answer.matches()) {
      throw new AssertionError("no answer: " + cell);
    }
    var error = answer.group(2);
    return new Shape(
        Integer.parseInt(answer.group(1)),
        error == null ? Shape.NO_ERROR : error,
        members,
        headers);
  }

  private static Set<String> names(String cell) {
    var names = new TreeSet<String>();
    NAME.matcher(cell).results().forEach(found -> names.add(found.group(1)));
    return names;
  }
}
