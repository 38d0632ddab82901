package dev.latchkey.authz.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.origin.Endpoint;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointPathsTest {

  @Test
  void theEndpointIsWhereTheOtherServicesSayThatItIs() {
    // Given
    var endpoint = Endpoint.DEVICE_AUTHORIZATION;
    var resource = DeviceAuthorizationResource.class;

    // When
    var served = served(resource.getAnnotation(Path.class).value());

    // Then
    assertThat(served).containsExactlyElementsOf(endpoint.paths());
  }

  /** Of a template such as {@code {endpoint: oauth/token|oauth2/token}}, or of a plain path. */
  private static List<String> served(String template) {
    var paths = template.replaceAll("^\\{\\w+: |}$", "");
    return Arrays.stream(paths.split("\\|")).map(path -> "/" + path).toList();
  }
}
