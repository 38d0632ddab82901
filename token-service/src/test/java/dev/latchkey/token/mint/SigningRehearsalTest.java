package dev.latchkey.token.mint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.keys.Algorithm;
import dev.latchkey.token.keys.SigningKey;
import dev.latchkey.token.keys.SigningKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class SigningRehearsalTest {

  @Inject SigningKeys keys;
  @Inject SigningLibrary library;

  @Test
  void eachKeyThatSignsHasSignedOnce() {
    // Given
    var signedWith = new ArrayList<String>();
    var noting =
        new SigningLibrary() {
          @Override
          Signer signer(SigningKey key) {
            signedWith.add(key.kid());
            return super.signer(key);
          }
        };

    // When
    new SigningRehearsal(noting, keys, new Jws(noting)).run();

    // Then
    assertThat(signedWith)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            List.of(keys.current(Algorithm.ES256).kid(), keys.current(Algorithm.RS256).kid()));
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void aServiceThatHasStartedSignsWithTheFastLibrary() {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        library
                            .signer(keys.current())
                            .library()
                            .getSuppliedKeyProviderContext()
                            .getSignatureProvider())
                    .isEqualTo(SigningLibrary.FASTER));
  }
}
