package dev.latchkey.ui.passkey;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RehearsalTest {

  @Inject Rehearsal rehearsal;

  @Test
  void goesAllTheWayToTheSignature() {
    // When / Then
    assertThatCode(rehearsal::run).doesNotThrowAnyException();
  }
}
