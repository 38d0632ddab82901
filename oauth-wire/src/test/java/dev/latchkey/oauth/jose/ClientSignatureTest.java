package dev.latchkey.oauth.jose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientSignatureTest {

  @Test
  void theMetadataNameEveryAlgorithm() {
    // When
    var names = ClientSignature.names();

    // Then
    assertThat(names).containsExactly("ES256", "RS256", "PS256", "EdDSA");
  }
}
