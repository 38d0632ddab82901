package dev.latchkey.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StaticStateTest {

  @SuppressWarnings("unused") // by name
  private static final List<String> SERVICES = NativeSources.SERVICES;

  /** A time, a random number, a variable of the environment would be those of the build. */
  @ParameterizedTest
  @FieldSource("SERVICES")
  void nothingThatDiffersByProcessIsMadeWithTheImage(String service) throws IOException {
    // Given
    var sources = NativeSources.of(service);
    var own = Set.copyOf(Home.classesOf(service));

    // When
    var differing =
        StaticState.differingByProcess(Home.classes()).stream()
            .filter(own::contains)
            .map(JavaClass::getName)
            .collect(Collectors.toSet());

    // Then
    assertThat(differing).isNotEmpty();
    assertThat(sources.atRunTime()).containsAll(differing);
  }
}
