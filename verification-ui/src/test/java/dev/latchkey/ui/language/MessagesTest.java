package dev.latchkey.ui.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.language.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Qute answers in English what is missing in another language; nobody would notice. */
class MessagesTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
  private static final Pattern MARKUP = Pattern.compile("[<>]|\\.(raw|withCode)");

  /** Shorter words may well be the same in two languages. */
  private static final int SENTENCE = 25;

  static Stream<Arguments> files() {
    return bundles().stream()
        .flatMap(
            bundle -> Languages.SUPPORTED.stream().map(language -> Arguments.of(bundle, language)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("files")
  void everyLanguageSaysAll(String bundle, Locale language) {
    // Given
    var english = read(bundle, Locale.ENGLISH);

    // When
    var texts = read(bundle, language);

    // Then
    assertThat(texts).hasSameSizeAs(english).containsOnlyKeys(english.keySet());
    assertThat(texts.values()).noneMatch(String::isBlank);
    assertThat(placeholders(texts)).isEqualTo(placeholders(english));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("files")
  void textsHoldNoMarkup(String bundle, Locale language) {
    // When
    var texts = read(bundle, language);

    // Then
    assertThat(texts.values()).noneMatch(text -> MARKUP.matcher(text).find());
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("files")
  void nothingIsLeftInEnglish(String bundle, Locale language) {
    // Given
    var english = read(bundle, Locale.ENGLISH);

    // When
    var texts = read(bundle, language);

    // Then
    if (!language.equals(Locale.ENGLISH)) {
      texts.values().removeIf(text -> text.length() < SENTENCE);
      assertThat(texts.values()).doesNotContainAnyElementsOf(english.values());
    }
  }

  @Test
  void everyFileIsOfALanguageThatIsSpoken() {
    // Given
    var spoken =
        Languages.SUPPORTED.stream().map(Locale::toLanguageTag).collect(Collectors.toSet());

    // When
    var files = names();

    // Then
    assertThat(files)
        .allMatch(name -> spoken.contains(name.substring(name.indexOf('_') + 1)), "is spoken");
  }

  private static Map<String, List<String>> placeholders(Map<String, String> texts) {
    var found = new TreeMap<String, List<String>>();
    texts.forEach(
        (key, text) ->
            found.put(
                key,
                PLACEHOLDER.matcher(text).results().map(match -> match.group()).sorted().toList()));
    return found;
  }

  private static Set<String> bundles() {
    return names().stream()
        .map(name -> name.substring(0, name.indexOf('_')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> names() {
    try (var files = Files.list(MESSAGES)) {
      return files
          .map(file -> file.getFileName().toString())
          .map(name -> name.replace(".properties", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(String bundle, Locale language) {
    var file = MESSAGES.resolve(bundle + "_" + language.toLanguageTag() + ".properties");
    var texts = new Properties();
    try (var reader = Files.newBufferedReader(file, UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, texts::getProperty, (a, b) -> a, TreeMap::new));
  }
}
