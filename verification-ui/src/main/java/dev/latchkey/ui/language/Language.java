package dev.latchkey.ui.language;

import dev.latchkey.oauth.language.Languages;
import io.quarkus.qute.TemplateGlobal;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The language that the answer to the request at hand is in. It is kept with the request's own
 * Vert.x context, so that no page has to pass it on.
 */
public final class Language {

  private static final String KEY = Language.class.getName();
  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");

  private Language() {}

  /** The language of the request at hand; English outside of any. */
  public static Locale current() {
    return VertxContext.isOnDuplicatedContext()
        ? ContextLocals.<Locale>get(KEY).orElse(Locale.ENGLISH)
        : Locale.ENGLISH;
  }

  /** From now on the answer speaks the first of these that we know; if we know none, as before. */
  public static void prefer(List<String> uiLocales) {
    if (!uiLocales.isEmpty()) {
      speak(Languages.best(uiLocales, current().toLanguageTag()));
    }
  }

  /** The texts of a bundle in the language of the request at hand. */
  public static <T> T texts(Class<T> bundle) {
    return MessageBundles.get(bundle, Localized.Literal.of(current().toLanguageTag()));
  }

  static void speak(Locale language) {
    if (VertxContext.isOnDuplicatedContext()) {
      ContextLocals.put(KEY, language);
    }
  }

  /** For {@code <html lang>} (BCP 47). */
  @TemplateGlobal(name = "lang")
  static String tag() {
    return current().toLanguageTag();
  }

  /** For {@code <html dir>}. */
  @TemplateGlobal(name = "dir")
  static String direction() {
    return RIGHT_TO_LEFT.contains(current().getLanguage()) ? "rtl" : "ltr";
  }
}
