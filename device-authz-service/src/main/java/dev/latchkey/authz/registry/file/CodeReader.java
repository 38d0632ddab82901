package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.CodeRules;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredCode;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredUserCode;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.grant.UserCodeFormat.CharacterSet;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how a client's codes are made. */
final class CodeReader {

  static final DurationRange LIFETIME = DurationRange.of("1s", "24h").otherwise("10m");
  static final DurationRange INTERVAL = DurationRange.of("1s", "60s").otherwise("5s");

  private static final String CHARACTER_SETS =
      Stream.of(CharacterSet.values())
          .map(set -> set.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));

  private final FieldRules fields;

  CodeReader(FieldRules fields) {
    this.fields = fields;
  }

  CodeRules read(String at, @Nullable DeclaredCode declared) {
    if (declared == null) {
      return CodeRules.DEFAULT;
    }
    return new CodeRules(
        fields.noting(
            CodeRules.DEFAULT.lifetime(),
            () -> fields.duration(at + ".lifetime", declared.lifetime(), LIFETIME)),
        fields.noting(
            CodeRules.DEFAULT.interval(),
            () -> fields.duration(at + ".interval", declared.interval(), INTERVAL)),
        fields.noting(
            UserCodeFormat.DEFAULT, () -> userCode(at + ".user_code", declared.userCode())));
  }

  private CharacterSet characterSet(String field, @Nullable String declared) {
    return declared == null
        ? CharacterSet.BASE20
        : Stream.of(CharacterSet.values())
            .filter(set -> set.name().equalsIgnoreCase(declared))
            .findFirst()
            .orElseThrow(() -> fields.invalid(field, "is one of " + CHARACTER_SETS));
  }

  private UserCodeFormat userCode(String field, @Nullable DeclaredUserCode declared) {
    if (declared == null) {
      return UserCodeFormat.DEFAULT;
    }
    var set = characterSet(field + ".charset", declared.charset());
    try {
      var mask = declared.mask();
      if (mask == null) {
        mask =
            switch (set) {
              case BASE20 -> UserCodeFormat.DEFAULT.mask();
              case DIGITS -> "***-***-***";
            };
      }
      return new UserCodeFormat(set, mask);
    } catch (IllegalArgumentException e) {
      throw fields.invalid(field, "is no format: " + e.getMessage());
    }
  }
}
