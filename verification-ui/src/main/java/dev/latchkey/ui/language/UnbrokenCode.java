package dev.latchkey.ui.language;

import io.quarkus.qute.Escaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/**
 * {@code {code.unbroken}} in a text: a user code stays in one piece and left-to-right, whatever
 * stands around it. As markup: what joins characters (U+2011, U+2060) would be copied with the
 * code. A page shows such a text by {@code .withCode}; texts themselves hold no markup, which a
 * test sees to.
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

  /** The text as it is. */
  static RawString withCode(String text) {
    return new RawString(text);
  }
}
