package dev.latchkey.authz.registry.file;

import dev.latchkey.grant.SpacedWords;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in a field of the file, whatever it means. Each rule fails with {@link
 * InvalidRegistryException}, which names the line and the field, and not the value.
 */
final class FieldRules {

  private final YamlLines lines;

  FieldRules(YamlLines lines) {
    this.lines = lines;
  }

  <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw invalid(field, "is missing");
    }
    return value;
  }

  Duration duration(
      String field, @Nullable String written, String otherwise, String least, String most) {
    Duration duration;
    try {
      duration = DurationConverter.parseDuration(written == null ? otherwise : written);
    } catch (IllegalArgumentException e) {
      throw invalid(field, "is no duration such as 10m or 5s");
    }
    check(duration.toNanosPart() == 0, field, "is not in whole seconds");
    check(
        duration.compareTo(DurationConverter.parseDuration(least)) >= 0
            && duration.compareTo(DurationConverter.parseDuration(most)) <= 0,
        field,
        "is between " + least + " and " + most);
    return duration;
  }

  /** For a field that has no value of its own when it is not there. */
  Optional<Duration> optionalDuration(
      String field, @Nullable String written, String least, String most) {
    return Optional.ofNullable(written).map(text -> duration(field, text, text, least, most));
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

  void scope(String field, String value) {
    check(SpacedWords.isWord(value), field, "has a character that no scope may have");
  }

  String text(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw invalid(field, "is missing");
    }
    check(value.chars().noneMatch(Character::isISOControl), field, "has a control character");
    return value;
  }

  void check(boolean valid, String field, String otherwise) {
    if (!valid) {
      throw invalid(field, otherwise);
    }
  }

  InvalidRegistryException invalid(String field, String why) {
    return new InvalidRegistryException(lines.at(field) + " " + why);
  }
}
