package dev.latchkey.ui.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A provider's page is {@code /login/NAME}. */
class TakenNamesTest {

  private static final String LOGIN = "/login/";

  @Test
  void noProviderIsNamedAsAPageThatIsThereAlready() {
    // Given
    var classes =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("dev.latchkey.ui");

    // When
    var pages =
        classes.stream()
            .filter(resource -> resource.isAnnotatedWith(Path.class))
            .map(TakenNamesTest::path)
            .filter(path -> path.startsWith(LOGIN))
            .map(path -> path.substring(LOGIN.length()).split("/", 2)[0])
            .filter(name -> !name.startsWith("{"))
            .collect(Collectors.toSet());

    // Then
    assertThat(Providers.TAKEN).isEqualTo(pages);
  }

  private static String path(JavaClass resource) {
    return resource.getAnnotationOfType(Path.class).value();
  }
}
