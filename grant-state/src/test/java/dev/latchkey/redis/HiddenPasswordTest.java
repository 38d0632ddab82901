package dev.latchkey.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HiddenPasswordTest {

  @Test
  void whoWeAreIsNotInFailures() {
    // Given
    var failure =
        new IOException(
            "Failed to connect to all nodes\n- rediss://me:se%2Fcret@a:1: no\n- redis://:x@b:2: no");

    // When
    var hidden = HiddenPassword.in(failure);

    // Then
    assertThat(hidden)
        .hasMessage("Failed to connect to all nodes\n- rediss://a:1: no\n- redis://b:2: no");
  }

  @Test
  void otherFailuresStayAsTheyAre() {
    // Given
    var failure = new IOException("Connection refused: a@b/127.0.0.1:6379");

    // When
    var hidden = HiddenPassword.in(failure);

    // Then
    assertThat(hidden).isSameAs(failure);
  }
}
