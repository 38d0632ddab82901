package dev.latchkey.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kubernetes.read.Schemas;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we install is as its JSON schemas say, and these are really asked. */
class SchemasTest {

  private static Schemas schemas;

  @BeforeAll
  static void find() throws IOException, InterruptedException {
    schemas = Schemas.find(Rendered.HOME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "production", "production-gateway"})
  void sayNothingAgainstIt(String overlay) throws Exception {
    // Given
    var rendered = Rendered.text(overlay);

    // When
    var mistakes = schemas.mistakes(rendered);

    // Then
    assertThat(mistakes).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          - name: token-service\\n      port: 80 | - port: 80   | HTTPRoute/latchkey: data/spec/rules/2/backendRefs/0 must have required property name
          type: PathPrefix       | type: Prefix             | HTTPRoute/latchkey-admin: data/spec/rules/0/matches/0/path/type must be equal to one of the allowed values
          interval: 30s          | interval: 30             | ServiceMonitor/latchkey: data/spec/endpoints/0/interval must be string
          containerPort: 8080    | containerPort: "8080"    | Deployment/token-service: data/spec/template/spec/containers/0/ports/0/containerPort must be integer
          """)
  void sayWhatIsMissingOrOfAnotherType(String right, String wrong, String said) throws Exception {
    // Given
    var rendered = Rendered.text("production-gateway");
    var text = right.replace("\\n", "\n");
    var mistaken = rendered.replace(text, wrong.replace("\\n", "\n"));

    // When
    var mistakes = schemas.mistakes(mistaken);

    // Then
    assertThat(rendered).contains(text);
    assertThat(mistakes).anySatisfy(each -> assertThat(each).contains(said));
  }
}
