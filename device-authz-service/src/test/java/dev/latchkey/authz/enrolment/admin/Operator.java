package dev.latchkey.authz.enrolment.admin;

import dev.latchkey.authz.admin.Administrator;
import dev.latchkey.stores.RealStores;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Approves devices ahead, by the admin API. */
public record Operator(Administrator administrator, String client) {

  public static final String PATH = "/admin/enrolment-tokens";

  /** Who creates, unless it is somebody else's turn. */
  public static Operator of(RealStores stores) {
    return new Operator(Administrator.of(stores), "admin-cli");
  }

  /** Another administrator. */
  public Operator second() {
    return new Operator(administrator, "second-admin");
  }

  /** For three TVs of a service, valid for an hour from now on. */
  public static Map<String, Object> wish() {
    var wish = new HashMap<String, Object>();
    wish.put("label", "delivery 7");
    wish.put("client_id", "tv");
    wish.put("service", "lobby-screens");
    wish.put("scopes", List.of("watch", "offline_access"));
    wish.put("count", 3);
    wish.put("valid_until", Instant.now().plus(Duration.ofHours(1)).toString());
    return wish;
  }

  public static Map<String, Object> wish(String field, Object value) {
    var wish = wish();
    wish.put(field, value);
    return wish;
  }

  public ValidatableResponse creates(Object wish) {
    return administrator
        .asks(client, "/admin", "latchkey:admin")
        .contentType("application/json")
        .body(wish)
        .when()
        .post(PATH)
        .then();
  }

  /** What devices present of a token that is made like that. */
  public String token(Map<String, Object> wish) {
    return creates(wish).statusCode(201).extract().path("enrolment_token");
  }

  public ValidatableResponse gets(String below) {
    return administrator
        .asks(client, "/admin", "latchkey:admin")
        .urlEncodingEnabled(false)
        .when()
        .get(PATH + below)
        .then();
  }

  public ValidatableResponse approves(String id) {
    return administrator
        .asks(client, "/admin", "latchkey:admin")
        .when()
        .post(PATH + "/" + id + "/approve")
        .then();
  }

  public ValidatableResponse revokes(String id) {
    return revokes(id, gets("/" + id).extract().header("ETag"));
  }

  public ValidatableResponse revokes(String id, String etag) {
    return administrator
        .asks(client, "/admin", "latchkey:admin")
        .header("If-Match", etag)
        .when()
        .delete(PATH + "/" + id)
        .then();
  }
}
