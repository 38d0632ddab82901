package dev.latchkey.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.grant.DeviceCode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Requests as a device sends them. */
public final class Device {

  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

  private Device() {}

  public static RequestSpecification form() {
    return given().contentType(FORM);
  }

  public static ValidatableResponse post(RequestSpecification request) {
    return request.when().post("/oauth/token").then();
  }

  public static ValidatableResponse poll(DeviceCode code) {
    return poll(code, "living-room-tv");
  }

  public static ValidatableResponse poll(DeviceCode code, String client) {
    return post(pollForm(code.value()).formParam("client_id", client));
  }

  /** A poll with what the person entered as confirmation number. */
  public static ValidatableResponse enter(DeviceCode code, String number) {
    return enter(code, number, "living-room-tv");
  }

  public static ValidatableResponse enter(DeviceCode code, String number, String client) {
    return post(
        pollForm(code.value())
            .formParam("client_id", client)
            .formParam("confirmation_number", number));
  }

  public static RequestSpecification pollForm(String code) {
    return form()
        .formParam("grant_type", "urn:ietf:params:oauth:grant-type:device_code")
        .formParam("device_code", code);
  }

  public static ValidatableResponse refresh(String token) {
    return refresh(token, "living-room-tv");
  }

  public static ValidatableResponse refresh(String token, String client) {
    return post(refreshForm(token).formParam("client_id", client));
  }

  public static RequestSpecification refreshForm(String token) {
    return form().formParam("grant_type", "refresh_token").formParam("refresh_token", token);
  }

  /** The device has to ask its person again. */
  public static void isRefused(ValidatableResponse response) {
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }
}
