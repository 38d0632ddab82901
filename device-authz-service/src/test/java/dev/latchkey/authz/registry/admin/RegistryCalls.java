package dev.latchkey.authz.registry.admin;

import dev.latchkey.authz.admin.Administrator;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What an administrator sends to one of the two resources.
 *
 * @param path of the resource
 */
record RegistryCalls(Administrator administrator, String path) {

  static final String PROBLEM = "application/problem+json";

  ValidatableResponse list(Map<String, ?> parameters) {
    return administrator.asks().queryParams(parameters).when().get(path).then();
  }

  ValidatableResponse get(String id) {
    return administrator.asks().urlEncodingEnabled(false).when().get(at(id)).then();
  }

  ValidatableResponse create(String body) {
    return administrator.asks().contentType("application/json").body(body).when().post(path).then();
  }

  ValidatableResponse replace(String id, String etag, String body) {
    return administrator
        .asks()
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .header("If-Match", etag)
        .body(body)
        .when()
        .put(at(id))
        .then();
  }

  ValidatableResponse replaceUnseen(String id, String body) {
    return administrator
        .asks()
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .body(body)
        .when()
        .put(at(id))
        .then();
  }

  ValidatableResponse disable(String id, String etag) {
    return administrator
        .asks()
        .urlEncodingEnabled(false)
        .header("If-Match", etag)
        .when()
        .delete(at(id))
        .then();
  }

  ValidatableResponse rotateSecret(String id) {
    return administrator.asks().when().post(path + "/" + id + "/secret").then();
  }

  ValidatableResponse rotateSecret(String id, String etag) {
    return administrator
        .asks()
        .header("If-Match", etag)
        .when()
        .post(path + "/" + id + "/secret")
        .then();
  }

  String etag(String id) {
    return get(id).statusCode(200).extract().header("ETag");
  }

  private String at(String id) {
    return path + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
