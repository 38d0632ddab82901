package dev.latchkey.e2e;

import dev.latchkey.local.LocalSystem;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rest of {@link AccessibilityTest}: ways that others would notice. */
@ExtendWith(Latchkey.class)
@Isolated
class AccessibilityAloneTest {

  private static final Chromium CHROMIUM = new Chromium();

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  static Stream<Arguments> scenes() {
    return Accessibility.inBothDirections(Scene::alone);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("scenes")
  void everybodyCanUseThePagesOfRareTimes(Scene scene, String language, LocalSystem system) {
    Accessibility.check(CHROMIUM, scene, language, system);
  }
}
