package dev.latchkey.authz.authorize;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class AdminScopeTest {

  @Test
  void noPersonCanBeAskedForTheAdministration() {
    // Given
    var request =
        given()
            .auth()
            .preemptive()
            .basic("admin-cli", "a-secret-of-the-administrator")
            .contentType("application/x-www-form-urlencoded")
            .formParam("scope", "latchkey:admin");

    // When
    var response = request.when().post("/oauth/device/code").then();

    // Then
    response.statusCode(400).body("error", equalTo("invalid_scope"));
  }
}
