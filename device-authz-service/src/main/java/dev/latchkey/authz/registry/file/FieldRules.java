package dev.latchkey.authz.registry.file;

import dev.latchkey.grant.SpacedWords;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in a field of the file, whatever it means. Each rule fails with {@link
 * InvalidRegistryException}, which names the line and the field, and not the value. Mistakes that
 * do not hide what is beside them are noted, so that they can be told together.
 */
final class FieldRules {

  private final YamlText file;
  private final List<Mistake> noted = new ArrayList<>();

  FieldRules(YamlText file) {
    this.file = file;
  }

  /**
   * What is read, or after a mistake, which is noted, {@code otherwise}: a value that no other rule
   * has anything against.
   */
  <T> T noting(T otherwise, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidRegistryException e) {
      noted.addAll(e.mistakes());
      return otherwise;
    }
  }

  void noting(Runnable reading) {
    try {
      reading.run();
    } catch (InvalidRegistryException e) {
      noted.addAll(e.mistakes());
    }
  }

  /** Fails if anything was noted. */
  void refuseMistakes() {
    if (!noted.isEmpty()) {
      throw new InvalidRegistryException(noted);
    }
  }

  <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw invalid(field, "is missing");
    }
    return value;
  }

  /** What is written, or what holds otherwise. */
  Duration duration(String field, @Nullable String written, DurationRange range) {
    var duration =
        parse(present(field, written == null ? range.otherwise().orElse(null) : written));
    if (duration == null) {
      throw invalid(field, "is no duration such as 10m or 5s");
    }
    check(duration.toNanosPart() == 0, field, "is not in whole seconds");
    check(
        duration.compareTo(DurationConverter.parseDuration(range.least())) >= 0
            && duration.compareTo(DurationConverter.parseDuration(range.most())) <= 0,
        field,
        "is between " + range.least() + " and " + range.most());
    return duration;
  }

  private static @Nullable Duration parse(String written) {
    try {
      return DurationConverter.parseDuration(written);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return null;
    }
  }

  /** For a field that has no value of its own when it is not there. */
  Optional<Duration> optionalDuration(String field, @Nullable String written, DurationRange range) {
    return Optional.ofNullable(written).map(text -> duration(field, text, range));
  }

  List<String> list(String field, @Nullable List<String> values) {
    var given = values == null ? List.<String>of() : values;
    for (var value : given) {
      text(field, value);
    }
    return given;
  }

  /** Values of which none stands there twice. */
  Set<String> set(String field, @Nullable List<String> values) {
    var given = list(field, values);
    var different = new LinkedHashSet<>(given);
    check(different.size() == given.size(), field, "names something twice");
    return different;
  }

  /** What entries are looked for in, as a mistake calls it. */
  String registry() {
    return file.registry();
  }

  void scope(String field, String value) {
    check(SpacedWords.isWord(value), field, "has a character that no scope may have");
  }

  String text(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw invalid(field, "is missing");
    }
    check(value.chars().noneMatch(Character::isISOControl), field, "has a control character");
    check(value.codePoints().noneMatch(FieldRules::isHalf), field, "has half a character");
    return value;
  }

  /** A surrogate without its other one, which PostgreSQL would be sent as a question mark. */
  private static boolean isHalf(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }

  void check(boolean valid, String field, String otherwise) {
    if (!valid) {
      throw invalid(field, otherwise);
    }
  }

  InvalidRegistryException invalid(String field, String why) {
    return new InvalidRegistryException(file.mistake(field, why));
  }
}
