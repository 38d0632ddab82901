package dev.latchkey.grant;

import java.util.Locale;
import java.util.Map;

/**
 * What somebody who registered something calls it, in the languages that he has written it in.
 *
 * @param byLanguage tag of BCP 47, text; always with {@code en}
 */
public record Words(Map<String, String> byLanguage) {

  private static final String ENGLISH = Locale.ENGLISH.toLanguageTag();

  public Words {
    byLanguage = Map.copyOf(byLanguage);
    if (!byLanguage.containsKey(ENGLISH)) {
      throw new IllegalArgumentException("words without English");
    }
  }

  public static Words english(String text) {
    return new Words(Map.of(ENGLISH, text));
  }

  /** The text in that language, in English if there is none. */
  public String in(Locale language) {
    var text = byLanguage.get(language.toLanguageTag());
    return text == null ? byLanguage.getOrDefault(ENGLISH, "") : text;
  }
}
