package dev.latchkey.authz.registry.check;

import dev.latchkey.authz.registry.file.WrittenDuration;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a field of the registry says, defaults included, and how it differs from what it said. */
sealed interface FieldValue {

  /** Words for the difference to an older value, which was another. */
  String since(FieldValue older);

  record Text(String text) implements FieldValue {
    @Override
    public String since(FieldValue older) {
      return older instanceof Text before ? before.text + " -> " + text : "changed";
    }
  }

  /** In which order they are does not matter. */
  record Many(SortedSet<String> texts) implements FieldValue {
    @Override
    public String since(FieldValue older) {
      return older instanceof Many before
          ? Stream.concat(
                  texts.stream().filter(text -> !before.texts.contains(text)).map("+"::concat),
                  before.texts.stream().filter(text -> !texts.contains(text)).map("-"::concat))
              .collect(Collectors.joining(" "))
          : "changed";
    }
  }

  /** Compared and never shown: a secret, a password, or what would fill the screen. */
  record Unshown(Object value) implements FieldValue {
    @Override
    public String since(FieldValue older) {
      return "changed";
    }

    @Override
    public String toString() {
      return "Unshown[]";
    }
  }

  static FieldValue text(Object value) {
    return new Text(String.valueOf(value));
  }

  /** There is nothing, or the installation's default holds. */
  static FieldValue none() {
    return new Text("none");
  }

  static FieldValue optional(Optional<?> value) {
    return value.map(FieldValue::text).orElseGet(FieldValue::none);
  }

  static FieldValue many(Collection<String> values) {
    return new Many(new TreeSet<>(values));
  }

  /** In the largest unit that leaves nothing over, as people write it in the file. */
  static FieldValue duration(Duration duration) {
    return new Text(WrittenDuration.of(duration));
  }
}
