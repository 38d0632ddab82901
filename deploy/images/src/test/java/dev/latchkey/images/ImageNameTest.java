package dev.latchkey.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {

  @ParameterizedTest
  @CsvSource({
    "latchkey/token-service:0.1.0,              docker.io/latchkey/token-service:0.1.0",
    "token-service:0.1.0,                       docker.io/library/token-service:0.1.0",
    "docker.io/latchkey/token-service:0.1.0,    docker.io/latchkey/token-service:0.1.0",
    "images.example.com/a/token-service:0.1.0,  images.example.com/a/token-service:0.1.0",
    "registry:5000/token-service:0.1.0,         registry:5000/token-service:0.1.0",
    "localhost/token-service:0.1.0,             localhost/token-service:0.1.0",
  })
  void aNameWithoutARegistryIsOneOfDockers(String written, String full) {
    // When
    var name = ImageName.of(written);

    // Then
    assertThat(name.full()).isEqualTo(full);
  }
}
