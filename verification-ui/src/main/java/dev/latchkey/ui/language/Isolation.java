package dev.latchkey.ui.language;

import io.quarkus.qute.TemplateExtension;

/**
 * {@code {name.isolated}} in a text: a name that is written in the other direction than the
 * sentence around it does not turn the sentence (Unicode Standard Annex 9, first strong isolate).
 */
@TemplateExtension
final class Isolation {

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

  private Isolation() {}

  static String isolated(String name) {
    return FIRST_STRONG_ISOLATE + name + POP_DIRECTIONAL_ISOLATE;
  }
}
