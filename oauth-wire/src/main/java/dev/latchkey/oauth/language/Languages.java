package dev.latchkey.oauth.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which language to answer in: a lookup over the few that there are texts in (RFC 4647 section
 * 3.4).
 *
 * <p>There is one variant of each language, so a lookup ends at the language itself: {@code de-AT}
 * and {@code de} are German. Somebody who reads European Portuguese is better served by Brazilian
 * than by English, so any variant stands for its language.
 */
public final class Languages {

  /** What is answered when nothing that was asked for is spoken here. */
  public static final Locale FALLBACK = Locale.ENGLISH;

  /** Every language that all texts exist in, the fallback first. */
  public static final List<Locale> SUPPORTED =
      List.of(
          FALLBACK,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.of("es"),
          Locale.of("pt", "BR"),
          Locale.JAPANESE,
          Locale.of("ar"));

  private Languages() {}

  /**
   * The language for somebody who asked for {@code uiLocales} (tags of BCP 47, the preferred one
   * first), and whose browser or device sent {@code acceptLanguage} (RFC 9110 section 12.5.4; a
   * repeated header is joined by commas). What is asked for explicitly goes first. Anything may
   * stand in either: what is no language tag is passed over.
   */
  public static Locale best(List<String> uiLocales, @Nullable String acceptLanguage) {
    return Stream.concat(uiLocales.stream(), AcceptLanguage.tags(acceptLanguage))
        .flatMap(tag -> supported(tag).stream())
        .findFirst()
        .orElse(FALLBACK);
  }

  /** The supported language that {@code tag} is a variant of. */
  public static Optional<Locale> supported(String tag) {
    var language = primarySubtag(tag);
    return SUPPORTED.stream()
        .filter(locale -> locale.getLanguage().equalsIgnoreCase(language))
        .findFirst();
  }

  private static String primarySubtag(String tag) {
    var end = tag.indexOf('-');
    return end < 0 ? tag : tag.substring(0, end);
  }
}
