package dev.latchkey.ui.devices;

import dev.latchkey.ui.language.Language;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** {@code {instant.day}}: the date as the language of the answer writes it. */
@TemplateExtension
final class Dates {

  private Dates() {}

  /** In UTC: where the person is we do not know, and a day is near enough. */
  static String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Language.current())
        .withZone(ZoneOffset.UTC)
        .format(at);
  }
}
