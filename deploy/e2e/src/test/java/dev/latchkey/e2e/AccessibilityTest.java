package dev.latchkey.e2e;

import dev.latchkey.local.LocalSystem;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Latchkey.class)
@Order(2) // Its scenes fill the gaps that longer classes leave.
class AccessibilityTest {

  /** A browser belongs to the thread that has started it. */
  private static final Queue<Chromium> BROWSERS = new ConcurrentLinkedQueue<>();

  private static final ThreadLocal<Chromium> BROWSER =
      ThreadLocal.withInitial(
          () -> {
            var browser = new Chromium();
            BROWSERS.add(browser);
            return browser;
          });

  @AfterAll
  static void close() {
    BROWSERS.forEach(Chromium::close);
  }

  static Stream<Arguments> scenes() {
    return Accessibility.inBothDirections(scene -> !scene.alone());
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("scenes")
  @Execution(ExecutionMode.CONCURRENT)
  void everybodyCanUseEveryPage(Scene scene, String language, LocalSystem system) {
    Accessibility.check(BROWSER.get(), scene, language, system);
  }
}
