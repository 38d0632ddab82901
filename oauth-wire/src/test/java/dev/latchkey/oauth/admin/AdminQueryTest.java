package dev.latchkey.oauth.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminQueryTest {

  private static final Set<String> FILTER = Set.of("color", "shape");

  @Test
  void withoutAWordItIsTheFirstPageOfEverything() {
    // When
    var query = read(Map.of());

    // Then
    assertThat(query.limit()).isEqualTo(50);
    assertThat(query.place()).isEmpty();
    assertThat(query.value("color")).isEmpty();
  }

  @Test
  void aCursorLeadsToThePlaceThatItWasMadeOf() {
    // Given
    var place = List.of("2026-01-31T12:00:00Z", "Küche", "");
    var cursor = read(Map.of("color", "red", "shape", "round")).cursorAt(place);

    // When
    var query = read(Map.of("shape", "round", "cursor", cursor, "color", "red", "limit", "7"));

    // Then
    assertThat(query.place()).contains(place);
    assertThat(query.limit()).isEqualTo(7);
  }

  static Stream<Arguments> otherLists() {
    return Stream.of(
        arguments("another value", "/admin/things", Map.of("color", "blue")),
        arguments("one criterion less", "/admin/things", Map.of()),
        arguments("one more", "/admin/things", Map.of("color", "red", "shape", "round")),
        arguments("another resource", "/admin/others", Map.of("color", "red")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherLists")
  void aCursorIsOfNoUseInAnotherList(String name, String path, Map<String, String> filter) {
    // Given
    var sent = new HashMap<>(filter);
    sent.put("cursor", read(Map.of("color", "red")).cursorAt(List.of("7")));

    // When
    var query = read(path, sent);

    // Then
    assertThatThrownBy(query::place)
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("The parameter cursor is not of this list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "====", "not base64!", "bGlzdA"})
  void whatIsNoCursorIsRefused(String cursor) {
    // When
    var query = read(Map.of("cursor", cursor));

    // Then
    assertThatThrownBy(query::place).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "1.5", "ten", "9999999999", "٣"})
  void aPageHasOneItemTo200(String limit) {
    // When
    var query = read(Map.of("limit", limit));

    // Then
    assertThatThrownBy(query::limit)
        .isInstanceOf(ProblemException.class)
        .hasMessage("The parameter limit is a number from 1 to 200");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(Map.of("colour", List.of("red")), "The parameter colour is not known"),
        arguments(Map.of("color", List.of("")), "The parameter color is empty"),
        arguments(Map.of("color", List.of(" ")), "The parameter color is empty"),
        arguments(Map.of("color", List.of("red", "red")), "The parameter color is there twice"),
        arguments(Map.of("color", List.of("r\0d")), "The parameter color cannot be read"),
        arguments(Map.of("color", List.of("r\uFFFDd")), "The parameter color cannot be read"),
        arguments(Map.of("color", List.of("r".repeat(513))), "The parameter color cannot be read"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void aMistakeIsNotTakenForNoFilter(Map<String, List<String>> sent, String sentence) {
    assertThatThrownBy(() -> AdminQuery.of("/admin/things", sent, FILTER))
        .isInstanceOf(ProblemException.class)
        .hasMessage(sentence);
  }

  private static AdminQuery read(Map<String, String> sent) {
    return read("/admin/things", sent);
  }

  private static AdminQuery read(String path, Map<String, String> sent) {
    var parameters = new HashMap<String, List<String>>();
    sent.forEach((name, value) -> parameters.put(name, List.of(value)));
    return AdminQuery.of(path, parameters, FILTER);
  }
}
