package dev.latchkey.token.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.origin.Endpoint;
import dev.latchkey.token.introspect.IntrospectionResource;
import dev.latchkey.token.revoke.RevocationResource;
import dev.latchkey.token.userinfo.UserinfoResource;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of resources; a route is served under the paths that the metadata have. */
class EndpointPathsTest {

  static Stream<Arguments> endpoints() {
    return Stream.of(
        Arguments.of(Endpoint.REVOCATION, RevocationResource.class),
        Arguments.of(Endpoint.INTROSPECTION, IntrospectionResource.class),
        Arguments.of(Endpoint.USERINFO, UserinfoResource.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endpoints")
  void everyEndpointIsWhereTheMetadataSayThatItIs(Endpoint endpoint, Class<?> resource) {
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
