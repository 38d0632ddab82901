package dev.latchkey.ui.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ServiceUnavailableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class UnavailableTest {

  private static final String ROUTE = "/test/unavailable-route";
  private static final String RESOURCE = "/test/unavailable-resource";

  @ParameterizedTest
  @ValueSource(strings = {ROUTE, RESOURCE})
  void whoeverSaysSoTheBrowserIsToldWhenToComeAgain(String path) {
    // When
    var answer = given().get(path);

    // Then
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", matchesPattern("[5-9]"))
        .header("Cache-Control", equalTo("no-store"))
        .body(containsString("Try again in a moment"));
  }

  /** Fails outside of the resources. */
  @ApplicationScoped
  static class FailingRoute {

    void register(@Observes Router router) {
      router.get(ROUTE).handler(routing -> routing.fail(503));
    }
  }

  /** Fails as the framework does. */
  @Path(RESOURCE)
  public static class FailingResource {

    @GET
    public String get() {
      throw new ServiceUnavailableException();
    }
  }
}
