package dev.latchkey.oauth.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One value as an administrator sent it. Whatever cannot be read fails with {@link
 * ProblemException}. An empty one is refused instead of ignored: it is the variable that a script
 * has not set, and would mean everything.
 *
 * @param name what it is to whoever sent it, as in {@code The parameter serial}
 */
public record SentValue(String name, String value) {

  /** In UTF-16. */
  private static final int LONGEST = 512;

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /** What PostgreSQL and everybody else can tell the time of. */
  private static final int LAST_YEAR = 9999;

  public SentValue {
    if (value.isBlank()) {
      throw new ProblemException(400, name + " is empty");
    }
    if (value.length() > LONGEST || value.codePoints().anyMatch(SentValue::isNoText)) {
      throw new ProblemException(400, name + " cannot be read");
    }
  }

  /** One of the query. */
  public static SentValue parameter(String name, String value) {
    return new SentValue("The parameter " + name, value);
  }

  /** One of the body. */
  public static SentValue field(String name, String value) {
    return new SentValue("The field " + name, value);
  }

  /** A time as RFC 3339 section 5.6 writes it, with its offset. */
  public Instant time() {
    try {
      var time = OffsetDateTime.parse(value);
      if (time.toInstant().isBefore(Instant.EPOCH) || time.getYear() > LAST_YEAR) {
        throw noTime();
      }
      return time.toInstant();
    } catch (DateTimeException e) {
      throw noTime();
    }
  }

  public UUID uuid() {
    if (!UUID_FORM.matcher(value).matches()) {
      throw new ProblemException(400, name + " is not an id");
    }
    return UUID.fromString(value);
  }

  public int number(int least, int most) {
    var number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw new ProblemException(400, "%s is a number from %d to %d".formatted(name, least, most));
    }
    return number;
  }

  /** One of the constants, in small letters. */
  public <E extends Enum<E>> E word(Class<E> words) {
    return Stream.of(words.getEnumConstants())
        .filter(word -> spelt(word).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    400,
                    name
                        + " is one of "
                        + Stream.of(words.getEnumConstants())
                            .map(SentValue::spelt)
                            .collect(Collectors.joining(", "))));
  }

  private static String spelt(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private ProblemException noTime() {
    return new ProblemException(400, name + " is not a time like 2026-01-31T12:00:00Z");
  }

  /** Controls, halves of characters, and what stands for bytes that are no UTF-8. */
  private static boolean isNoText(int character) {
    return character == 0xFFFD
        || Character.isISOControl(character)
        || Character.getType(character) == Character.SURROGATE;
  }
}
