package dev.latchkey.ui.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UsersFileTest {

  @TempDir Path folder = Path.of("");

  @Test
  void readsUsersAndLeavesTheRestAlone() throws IOException {
    // Given
    var file = file("clients: [{ anything: goes }]\nusers:\n  - { username: a, password: b }\n");

    // When
    var users = UsersFile.read(file);

    // Then
    assertThat(users).containsExactly(new DeclaredUser("a", "b", "a", null, false));
  }

  @Test
  void aFileWithoutUsersDeclaresNone() throws IOException {
    // Given
    var file = file("clients: []\n");

    // When
    var users = UsersFile.read(file);

    // Then
    assertThat(users).isEmpty();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("users: 7", "users is not a list"),
        arguments("users: [7]", "users[0]: a field has a value of the wrong kind"),
        arguments("users: [{ username: a }]", "users[0]: password is missing"),
        arguments("users: [{ password: s3cret }]", "users[0]: username is missing"),
        arguments(
            "users: [{ username: a, password: s3cret, admin: true }]",
            "users[0]: admin is unknown"),
        arguments(
            "users: [{ username: a, password:s3cret }]",
            "users[0]: a field has a name that none has"),
        arguments(
            "users: [{ username: a, password: { s3cret: 1 } }]",
            "users[0]: a field has a value of the wrong kind"),
        arguments("users: [{ username: 'a b', password: s3cret }]", "users[0]: username has"),
        arguments(
            "users: [{ username: a, password: b }, { username: A, password: b }]",
            "users[1]: username A is there twice"),
        arguments("users:\n  - { username: a, password: 's3cret }", "is no YAML (line 2)"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void aMistakeIsNamedWithoutThePassword(String yaml, String sentence) throws IOException {
    // Given
    var file = file(yaml);

    // Then
    assertThatThrownBy(() -> UsersFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(sentence)
        .message()
        .doesNotContain("s3cret");
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("registry.yaml"), yaml);
  }
}
