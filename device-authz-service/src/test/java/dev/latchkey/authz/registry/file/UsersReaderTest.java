package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.registry.WrittenUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersReaderTest {

  @Test
  void readsUsersAndLeavesTheRestAlone() {
    // When
    var users =
        UsersReader.read(
            "clients: [{ anything: goes }]\nusers: [{ username: a, password: b }]\n", true);

    // Then
    assertThat(users).containsExactly(new WrittenUser("a", "b", null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients: []", "users:", "users: []"})
  void thereNeedNotBeAny(String text) {
    // When
    var users = UsersReader.read(text, false);

    // Then
    assertThat(users).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { username: a }                              | users[0].password is missing
          { password: s3cret }                         | users[0].username is missing
          { username: a b, password: s3cret }          | users[0].username has characters beyond
          { username: a, password: s3cret, nam: A }    | users[0].nam is unknown; did you mean name?
          { username: a, password: { s3cret: 1 } }     | users[0].password has a value of the wrong
          { username: a, password: { s3cret: 1, s3cret: 2 } } | users[0].password stands there twice
          { username: a, password: s3cret, name: ' ' } | users[0].name is empty
          { username: a, password:s3cret }             | users[0] has a name that no field has
          { username: a, password s3cret }             | users[0] has a name that no field has
          { username: B, password: s3cret }            | users[1].username b is there twice
          null                                         | users[0] is missing
          7                                            | users[0] has a value of the wrong kind
          """)
  void namesLineAndFieldOfAMistakeAndNoPassword(String user, String sentence) {
    // Given
    var text = "users:\n  - " + user + "\n  - { username: b, password: s3cret }\n";

    // When
    var mistakes = RegistryText.mistakes(() -> UsersReader.read(text, true));

    // Then
    assertThat(mistakes)
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.place()).isPresent();
              assertThat(mistake.sentence()).startsWith(sentence).doesNotContain("s3cret");
            });
  }

  @Test
  void areForTheLocalProfileOnly() {
    // When
    var mistakes =
        RegistryText.mistakes(
            () -> UsersReader.read("users: [{ username: a, password: b }]\n", false));

    // Then
    assertThat(mistakes)
        .singleElement()
        .hasToString("line 1: users have their passwords in the clear: for the local profile only");
  }
}
