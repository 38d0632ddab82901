package dev.latchkey.grant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceSubjectTest {

  @Test
  void isToldFromAnAccount() {
    assertThat(ServiceSubject.of("0b2f6c3a-4f2e-4d7e-9d53-5a4f6f9f0001")).isEmpty();
    assertThat(ServiceSubject.of("client:tv")).isEmpty();
    assertThat(ServiceSubject.of("service:lobby")).contains(new ServiceSubject("lobby"));
  }

  @Test
  void isReadAsItIsWritten() {
    // Given
    var service = new ServiceSubject("Lobby.screens_2-a");

    // When
    var read = ServiceSubject.of(service.toString());

    // Then
    assertThat(read).contains(service);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-a", "a b", "a:b", "a/b", "\u00e4", "a\n"})
  void whatWouldBeAnotherSubjectIsNoName(String name) {
    assertThat(ServiceSubject.isName(name)).isFalse();
    assertThat(ServiceSubject.isName("a".repeat(65))).isFalse();
  }
}
