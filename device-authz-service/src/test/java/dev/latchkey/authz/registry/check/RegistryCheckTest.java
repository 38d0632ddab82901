package dev.latchkey.authz.registry.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryCheckTest {

  private static final String DEMO = "../deploy/local/registry.yaml";

  private static final String TV =
      """
      clients:
        - client_id: tv
          name: TV
          token_endpoint_auth_method: none
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        DEMO,
        "../deploy/bench/registry.yaml",
        "../fleet-simulator/capacity-registry.yaml",
        "src/test/resources/registry.yaml"
      })
  void everyRegistryOfOursIsValidOnADevelopersMachine(String file) {
    // When
    var status = check(file, "--profile", "local");

    // Then
    assertThat(said()).isEqualTo(file + " is valid");
    assertThat(status).isZero();
  }

  @Test
  void whatIsForADevelopersMachineIsRefusedElsewhere() {
    // When
    var status = check(DEMO);

    // Then
    assertThat(said())
        .contains("client_secret: may be written out in the local profile only")
        .contains("users: have their passwords in the clear")
        .doesNotContain("kiosk-secret")
        .doesNotContain("wonderland");
    assertThat(status).isOne();
  }

  @Test
  void mistakesAreSaidAsCompilersDo() throws IOException {
    // Given
    var file = file(TV.replace("name:", "nam:") + "users: [{ username: a }]\n");

    // When
    var status = check(file, "--profile", "local");

    // Then
    assertThat(said().lines())
        .containsExactly(
            file + ":3:5: clients[0].nam: is unknown; did you mean name?",
            file + ":5:9: users[0].password: is missing");
    assertThat(status).isOne();
  }

  @Test
  void aTextThatIsNoYamlIsOneMistake() throws IOException {
    // Given
    var file = file("clients: {\n");

    // When
    var status = check(file);

    // Then
    assertThat(said().lines()).singleElement().asString().startsWith(file + ":2:1: is no YAML");
    assertThat(status).isOne();
  }

  @Test
  void secretsNeedNotBeWhereAFileIsChecked() throws IOException {
    // Given
    var file =
        file(
            """
            clients:
              - { client_id: a, name: A, client_secret: { env: NOT_HERE } }
              - { client_id: b, name: B, client_secret: { file: /not/here } }
            """);

    // When
    var status = check(file);

    // Then
    assertThat(status).isZero();
  }

  @Test
  void programsReadTheSameAsJson() throws IOException {
    // Given
    var file = file(TV.replace("name:", "nam:"));

    // When
    var status = check(file, "--format", "json");

    // Then
    var said = json();
    assertThat(said.get("valid").booleanValue()).isFalse();
    assertThat(said.get("mistakes").get(0))
        .isEqualTo(
            new ObjectMapper()
                .createObjectNode()
                .put("file", file)
                .put("line", 3)
                .put("column", 5)
                .put("field", "clients[0].nam")
                .put("message", "is unknown; did you mean name?"));
    assertThat(status).isOne();
  }

  @Test
  void whatItWouldChangeIsSaid() throws IOException {
    // Given
    var older = file(TV);
    var newer =
        file(
            TV.replace("name: TV", "name: Television")
                .replace("none", "none\n    require_pkce: true"));

    // When
    var status = check(newer, "--against", older);

    // Then
    assertThat(said().lines())
        .containsExactly(
            "client tv: name TV -> Television", "client tv: require_pkce false -> true");
    assertThat(status).isZero();
  }

  @Test
  void programsReadTheDifferenceToo() throws IOException {
    // Given
    var older = file(TV);
    var newer = file("apis: []\n");

    // When
    var status = check(newer, "--against", older, "--format", "json");

    // Then
    assertThat(json().get("changes"))
        .hasToString("[{\"kind\":\"client\",\"id\":\"tv\",\"change\":\"removed\"}]");
    assertThat(status).isZero();
  }

  @Test
  void thereIsNoDifferenceToWhatIsInvalid() throws IOException {
    // Given
    var older = file("colour: blue\n");
    var newer = file(TV);

    // When
    var status = check(newer, "--against", older);

    // Then
    assertThat(said()).isEqualTo(older + ":1:1: colour: is unknown");
    assertThat(status).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gone.yaml",
        "src",
        DEMO + " --against gone.yaml",
        DEMO + " --against",
        DEMO + " --format xml",
        DEMO + " --quickly",
        DEMO + " " + DEMO
      })
  void whatCannotBeCheckedIsNeitherValidNorInvalid(String arguments) {
    // When
    var status = check(arguments.split(" ", -1));

    // Then
    assertThat(status).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isNotBlank();
    assertThat(said()).isEmpty();
  }

  private int check(String... arguments) {
    return RegistryCheck.run(
        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
  }

  private String said() {
    return out.toString(UTF_8).strip();
  }

  private JsonNode json() throws JsonProcessingException {
    return new ObjectMapper().readTree(said());
  }

  private String file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "registry", ".yaml"), text).toString();
  }
}
