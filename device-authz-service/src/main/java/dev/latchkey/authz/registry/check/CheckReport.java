package dev.latchkey.authz.registry.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.authz.registry.check.CheckOptions.Format;
import dev.latchkey.authz.registry.file.Mistake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a check.
 *
 * @param file as it was named
 * @param changes null if it was compared with nothing, or with nothing valid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckReport(
    String file, boolean valid, List<Fault> mistakes, @Nullable List<Change> changes) {

  private static final ObjectMapper JSON = new ObjectMapper();

  CheckReport {
    mistakes = List.copyOf(mistakes);
    changes = changes == null ? null : List.copyOf(changes);
  }

  /**
   * A mistake in one of the files.
   *
   * @param line from 1; null if it is the file itself, as is the column
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Fault(
      String file, @Nullable Integer line, @Nullable Integer column, String field, String message) {

    static Fault of(String file, Mistake mistake) {
      var place = mistake.place().orElse(null);
      return new Fault(
          file,
          place == null ? null : place.line(),
          place == null ? null : place.column(),
          mistake.field(),
          mistake.what());
    }

    /** As compilers say it, so that editors and CI find the place. */
    String sentence() {
      var place = line == null || column == null ? "" : line + ":" + column + ": ";
      return file
          + ":"
          + (place.isEmpty() ? " " : place)
          + (field.isEmpty() ? "" : field + ": ")
          + message;
    }
  }

  String in(Format format) {
    return switch (format) {
      case TEXT -> String.join(System.lineSeparator(), lines());
      case JSON -> json();
    };
  }

  private List<String> lines() {
    if (!mistakes.isEmpty()) {
      return mistakes.stream().map(Fault::sentence).toList();
    }
    if (changes == null) {
      return List.of(file + " is valid");
    }
    return changes.isEmpty()
        ? List.of(file + " is valid, and changes nothing")
        : changes.stream().map(Change::sentence).toList();
  }

  private String json() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can be written as JSON", e);
    }
  }
}
