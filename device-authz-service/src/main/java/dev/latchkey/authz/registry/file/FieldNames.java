package dev.latchkey.authz.registry.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of the names that there are somebody meant who wrote another. */
final class FieldNames {

  /** Letters of a name for each that may be wrong, missing or too many in it. */
  private static final int LETTERS_FOR_A_SLIP = 3;

  private FieldNames() {}

  /** The nearest name, if any is near. */
  static Optional<String> nearest(String written, Collection<String> names) {
    return names.stream()
        .filter(name -> slips(written, name) <= Math.max(1, name.length() / LETTERS_FOR_A_SLIP))
        .min(Comparator.comparingInt(name -> slips(written, name)));
  }

  /** How many letters have to be changed, added or taken away (Levenshtein's distance). */
  private static int slips(String one, String other) {
    var row = new int[other.length() + 1];
    for (var j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= other.length(); j++) {
        var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
