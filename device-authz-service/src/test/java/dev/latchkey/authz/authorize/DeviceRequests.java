package dev.latchkey.authz.authorize;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;

/** A device's first request, and what came of it. */
final class DeviceRequests {

  private DeviceRequests() {}

  static ValidatableResponse start(String client, Map<String, String> parameters) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("client_id", client)
        .formParams(parameters)
        .when()
        .post("/oauth/device/code")
        .then();
  }

  static void isInvalid(ValidatableResponse response, String words) {
    response
        .statusCode(400)
        .header("Cache-Control", "no-store")
        .body("error", equalTo("invalid_request"))
        .body("error_description", containsString(words));
  }

  /** The fields of the grant behind the answer, with those of its terms. */
  static Map<String, String> grant(RealStores stores, ValidatableResponse response) {
    var code = new DeviceCode(response.extract().path("device_code"));
    var fields = new HashMap<>(StoredGrant.read(stores.redis(), code));
    fields.putAll(StoredGrant.terms(stores.redis(), code));
    return fields;
  }
}
