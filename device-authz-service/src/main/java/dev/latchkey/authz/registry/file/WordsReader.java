package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.grant.Words;
import dev.latchkey.oauth.language.Languages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a text for people: one in English, or one for each language. */
final class WordsReader {

  static final List<String> LANGUAGES =
      Languages.SUPPORTED.stream().map(Locale::toLanguageTag).toList();

  private final FieldRules fields;

  WordsReader(FieldRules fields) {
    this.fields = fields;
  }

  Words read(String field, @Nullable JsonNode declared) {
    if (declared == null || !declared.isObject()) {
      return Words.english(text(field, declared));
    }
    var texts = new LinkedHashMap<String, String>();
    for (var text : declared.properties()) {
      var at = field + "." + text.getKey();
      fields.check(
          LANGUAGES.contains(text.getKey()),
          at,
          "is no language that pages are in: "
              + LANGUAGES.stream().sorted().collect(Collectors.joining(", ")));
      texts.put(text.getKey(), text(at, text.getValue()));
    }
    fields.check(texts.containsKey("en"), field, "has no text in English (en)");
    return new Words(texts);
  }

  private String text(String field, @Nullable JsonNode declared) {
    fields.check(
        declared == null || declared.isValueNode(), field, "has a value of the wrong kind");
    return fields.text(field, declared == null || declared.isNull() ? null : declared.asText());
  }
}
