package dev.latchkey.ui.playground;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class PlaygroundTest {

  @Test
  void isNotThereUnlessItIsEnabled() {
    // When
    var answer = new Phone().open("/playground");

    // Then
    answer.then().statusCode(404).contentType(startsWith("text/html"));
  }

  @Test
  void scriptsThatImportEachOtherAreAskedForAgain() {
    // When
    var answer = new Phone().open("/assets/playground/main.js");

    // Then
    answer
        .then()
        .statusCode(200)
        .contentType(startsWith("text/javascript"))
        .header("Cache-Control", equalTo("no-cache"))
        .body(containsString("from \"./poll.js\""));
  }
}
