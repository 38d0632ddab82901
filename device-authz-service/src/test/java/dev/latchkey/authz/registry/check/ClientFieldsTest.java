package dev.latchkey.authz.registry.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.authz.registry.file.RegistryReader;
import dev.latchkey.authz.registry.file.SecretSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A field that nobody compares would change in silence. */
class ClientFieldsTest {

  /** They are compared as a whole. */
  private static final Set<String> WHOLE = Set.of("client_secret", "jwks");

  @Test
  void noFieldOfTheFileIsForgotten() throws IOException {
    // Given
    var schema = new ObjectMapper().readTree(Path.of("../docs/registry.schema.json").toFile());
    var client = "clients: [{ client_id: tv, name: TV, token_endpoint_auth_method: none }]\n";

    // When
    var compared =
        ClientFields.of(RegistryReader.read(client, SecretSource.unopened(false)).clients().get(0));

    // Then
    var fields = leaves("", schema.at("/properties/clients/items")).toList();
    assertThat(compared.keySet())
        .containsExactlyInAnyOrderElementsOf(
            fields.stream().filter(field -> !field.equals("client_id")).toList());
  }

  private static Stream<String> leaves(String path, JsonNode schema) {
    return schema.path("properties").properties().stream()
        .flatMap(
            field -> {
              var at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              return WHOLE.contains(at) || field.getValue().path("properties").isMissingNode()
                  ? Stream.of(at)
                  : leaves(at, field.getValue());
            });
  }
}
