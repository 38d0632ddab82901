package dev.latchkey.authz.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegistryChangeTest {

  @Test
  void saysWhatItDoesToWhom() {
    // Given
    var change =
        new RegistryChange(
            List.of("client a"), List.of(), List.of("client b", "API https://api.example.com"));

    // When
    var text = change.toString();

    // Then
    assertThat(text).isEqualTo("added client a; stopped client b, API https://api.example.com");
  }

  @Test
  void ofManyItNamesTheFirst() {
    // Given
    var many = IntStream.range(0, 1_000).mapToObj(i -> "client " + i).toList();

    // When
    var text = new RegistryChange(many, List.of(), List.of()).toString();

    // Then
    assertThat(text).startsWith("added client 0, ").endsWith("client 19 and 980 more");
  }
}
