package dev.latchkey.authz.registry.file;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads web origins as browsers send them (RFC 6454 section 6.2), because they are compared letter
 * by letter: one that no browser sends would silently allow nothing.
 */
final class OriginReader {

  static final Pattern ORIGIN =
      Pattern.compile(
          "(https?)://(?:[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?|\\[[0-9a-f:]+\\])"
              + "(?::([1-9][0-9]{0,4}))?");

  private static final int LAST_PORT = 65535;

  private final FieldRules fields;

  OriginReader(FieldRules fields) {
    this.fields = fields;
  }

  Set<String> read(String field, @Nullable List<String> declared) {
    var origins = fields.set(field, declared);
    var i = 0;
    for (var origin : origins) {
      var entry = YamlText.child(field, i++);
      fields.noting(
          () ->
              fields.check(
                  isOrigin(origin),
                  entry,
                  "is no origin such as https://tv.example.com or http://localhost:3000: lower"
                      + " case, without a path, a slash at the end or the scheme's own port"));
    }
    return origins;
  }

  private static boolean isOrigin(String text) {
    var parts = ORIGIN.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    var port = parts.group(2);
    return port == null
        || (Integer.parseInt(port) <= LAST_PORT
            && !port.equals(parts.group(1).equals("https") ? "443" : "80"));
  }
}
