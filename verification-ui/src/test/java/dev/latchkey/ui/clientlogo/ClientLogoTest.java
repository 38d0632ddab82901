package dev.latchkey.ui.clientlogo;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Registry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class ClientLogoTest {

  private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
  private static final String URI =
      "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(SVG.getBytes(UTF_8));

  private static final String DIGEST = "bG9nbyBvZiBhIFRWIQ-_xy";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void registry() {
    Registry.moveIn(stores);
    run(
        "insert into registry.client (client_id, logo_id, logo) values ('logo-tv', '"
            + DIGEST
            + "', '"
            + URI
            + "') on conflict (client_id) do update set logo_id = excluded.logo_id");
  }

  @Test
  void isServedUnderItsDigestForGood() {
    // When
    var answer = get(DIGEST);

    // Then
    answer
        .then()
        .statusCode(200)
        .contentType("image/svg+xml")
        .header("Cache-Control", equalTo("public, immutable, max-age=31536000"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Cross-Origin-Resource-Policy", equalTo("same-origin"))
        .header(
            "Content-Security-Policy",
            equalTo(
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"));
    assertThat(answer.asString()).isEqualTo(SVG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AAAAAAAAAAAAAAAAAAAAAA", "short", "BBB/device", "AAAAAAAAAAAAAAAAAAAAA'", "%00"})
  void anyOtherIsNotThere(String digest) {
    // When
    var answer = get(digest);

    // Then
    assertThat(answer.statusCode()).isIn(400, 404);
    answer.then().header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void whichLogosThereAreIsKeptInMind() {
    // Given
    get(DIGEST).then().statusCode(200);
    run(
        "update registry.client set logo_id = 'CCCCCCCCCCCCCCCCCCCCCC' where client_id = 'logo-tv'");

    // When
    var madeUp = get("CCCCCCCCCCCCCCCCCCCCCC");

    // Then
    madeUp.then().statusCode(404);
  }

  private static Response get(String digest) {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .get("/assets/clients/" + digest);
  }

  private void run(String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
