package dev.latchkey.oauth.language;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One language range of the header and how much it is wanted (RFC 9110 section 12.5.4). */
record AcceptLanguage(String range, double quality) {

  /** Browsers send five or so; what a longer header says beyond is not read. */
  private static final int MOST_RANGES = 32;

  private static final int MOST_CHARACTERS = 1024;

  private static final Pattern WEIGHT = Pattern.compile("[qQ]=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)");

  /** The tags of the header by their weight; what is wanted equally stays in its order. */
  static Stream<String> tags(@Nullable String header) {
    if (header == null) {
      return Stream.empty();
    }
    var read = header.substring(0, Math.min(header.length(), MOST_CHARACTERS));
    return Stream.of(read.split(",", MOST_RANGES + 1))
        .limit(MOST_RANGES)
        .flatMap(element -> parse(element).stream())
        .filter(element -> element.quality > 0)
        .sorted(Comparator.comparingDouble(AcceptLanguage::quality).reversed())
        .map(AcceptLanguage::range);
  }

  private static Optional<AcceptLanguage> parse(String element) {
    var semicolon = element.indexOf(';');
    if (semicolon < 0) {
      return Optional.of(new AcceptLanguage(element.strip(), 1));
    }
    var weight = WEIGHT.matcher(element.substring(semicolon + 1).strip());
    return weight.matches()
        ? Optional.of(
            new AcceptLanguage(
                element.substring(0, semicolon).strip(), Double.parseDouble(weight.group(1))))
        : Optional.empty();
  }
}
