package dev.latchkey.authz.registry.file;

import java.util.Comparator;
import java.util.Optional;

/**
 * What is wrong in a registry file, and where. Nothing in it repeats a secret.
 *
 * @param place empty if it is the file itself that is wrong
 * @param field for example {@code clients[0].scopes}; empty if it is the file itself
 * @param what completes a sentence that begins with the field
 */
public record Mistake(Optional<Place> place, String field, String what) {

  /**
   * Where a field or an element begins.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Place(int line, int column) {}

  /** In the order of the file, what is wrong with all of it first. */
  public static final Comparator<Mistake> BY_PLACE =
      Comparator.comparingInt((Mistake mistake) -> mistake.place().map(Place::line).orElse(0))
          .thenComparingInt(mistake -> mistake.place().map(Place::column).orElse(0));

  /** Of the file as a whole. */
  static Mistake ofFile(String what) {
    return new Mistake(Optional.empty(), "", what);
  }

  /** Field and mistake, for example {@code clients[0].scopes names fly}. */
  public String sentence() {
    return (field.isEmpty() ? "the file" : field) + " " + what;
  }

  /** The sentence with its line. */
  @Override
  public String toString() {
    return place.map(at -> "line " + at.line() + ": ").orElse("") + sentence();
  }
}
