package dev.latchkey.token.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ClientId;
import dev.latchkey.shapes.Shape;
import dev.latchkey.shapes.ShapeTable.Profile;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.stream.Collectors;

/** Two of each client, one for each error profile. */
final class Clients {

  static final String NO_GRANT = "grantless";
  static final String STRICT = "strict";
  static final String STOPPED = "stopped";

  private Clients() {}

  static void moveIn(RealStores stores) {
    Neighbours.moveIn(stores);
    for (var profile : Profile.values()) {
      var shaped = "error_profile = '%s', ".formatted(profile);
      Neighbours.publicClient(stores, named(NO_GRANT, profile), shaped + "grant_types = ''");
      Neighbours.publicClient(stores, named(STRICT, profile), shaped + "require_dpop = true");
      Neighbours.publicClient(stores, named(STOPPED, profile), shaped + "enabled = false");
    }
  }

  static String tv(Profile profile) {
    return switch (profile) {
      case RFC8628 -> "living-room-tv";
      case AUTH0 -> "auth0-tv";
    };
  }

  static String named(String name, Profile profile) {
    return name + "-" + profile.name().toLowerCase(Locale.ROOT);
  }

  /** The same grant, of a TV of that profile. */
  static StoredGrant of(Profile profile, StoredGrant grant) {
    var owned = grant.ofClient(new ClientId(tv(profile)));
    return switch (profile) {
      case RFC8628 -> owned;
      case AUTH0 -> owned.withAuth0Profile();
    };
  }

  /** Compares all that a client can tell an answer by. */
  static void hasShape(ValidatableResponse response, Shape shape) {
    response
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache");
    var answer = response.extract();
    var headers =
        answer.headers().asList().stream().map(it -> it.getName()).collect(Collectors.toSet());
    assertThat(Shape.of(answer.statusCode(), answer.jsonPath().getMap("$"), headers))
        .isEqualTo(shape);
  }
}
