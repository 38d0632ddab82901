package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.CodeRules;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredCode;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredUserCode;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.grant.UserCodeFormat.CharacterSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads how a client's codes are made. */
final class CodeReader {

  private final FieldRules fields;

  CodeReader(FieldRules fields) {
    this.fields = fields;
  }

  CodeRules read(String at, @Nullable DeclaredCode declared) {
    if (declared == null) {
      return CodeRules.DEFAULT;
    }
    return new CodeRules(
        fields.duration(at + ".lifetime", declared.lifetime(), "10m", "1s", "24h"),
        fields.duration(at + ".interval", declared.interval(), "5s", "1s", "60s"),
        userCode(at + ".user_code", declared.userCode()));
  }

  private UserCodeFormat userCode(String field, @Nullable DeclaredUserCode declared) {
    if (declared == null) {
      return UserCodeFormat.DEFAULT;
    }
    var charset = declared.charset() == null ? "base20" : declared.charset();
    try {
      var set = CharacterSet.valueOf(charset.toUpperCase(Locale.ROOT));
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
