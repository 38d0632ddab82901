package dev.latchkey.ui.language;

import io.quarkus.qute.Escaper;
import io.quarkus.qute.TemplateExtension;

/**
 * {@code {code.unbroken}} in a text: a user code stays in one piece and left-to-right, whatever
 * stands around it. As markup, which pages show by {@code .raw}: what joins characters (U+2011,
 * U+2060) would be copied with the code, and typed into the wrong place.
 */
@TemplateExtension
final class UnbrokenCode {

  private static final Escaper MARKUP =
      Escaper.builder().add('&', "&amp;").add('<', "&lt;").add('>', "&gt;").build();

  private UnbrokenCode() {}

  static String unbroken(String code) {
    return "<bdi class=\"user-code\" dir=\"ltr\" translate=\"no\">"
        + MARKUP.escape(code)
        + "</bdi>";
  }
}
