package dev.latchkey.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationMethodTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsRegisteredName(AuthenticationMethod method) {
    // When
    var found = AuthenticationMethod.of(method.registeredName());

    // Then
    assertThat(found).contains(method);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NONE", "client_secret_jwt"})
  void whatWeDoNotKnowIsNone(String name) {
    // When
    var found = AuthenticationMethod.of(name);

    // Then
    assertThat(found).isEmpty();
  }
}
