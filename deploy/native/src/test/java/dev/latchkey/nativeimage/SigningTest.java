package dev.latchkey.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** In a native image the JDK signs (ADR 15): the other library unpacks native code of its own. */
class SigningTest {

  @Test
  void theLibraryWithNativeCodeIsNotInTheImage() throws IOException {
    // When
    var sources = NativeSources.of("token-service");

    // Then
    assertThat(sources.resources().test("META-INF/services/java.security.Provider")).isFalse();
    assertThat(sources.reflected()).noneMatch(name -> name.startsWith("com.amazon"));
    assertThat(sources.arguments()).contains("-H:-UseServiceLoaderFeature");
  }

  @Test
  void nothingIsCompiledAgainstIt() {
    // When
    var used =
        Home.classes().stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(Dependency::getTargetClass)
            .map(type -> type.getName());

    // Then
    assertThat(used).noneMatch(name -> name.startsWith("com.amazon"));
  }
}
