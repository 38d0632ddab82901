package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * axe-core in a page, brought there once: Deque's own builder brings the script anew for each run,
 * and has all that passed sent back.
 */
final class Axe {

  private static final String SCRIPT = script();

  private static final String RUN =
      """
      runOnly => axe.run(document, { runOnly, resultTypes: ['violations'] })
        .then(results => results.violations.map(
          rule => rule.id + ' [' + rule.nodes.map(node => node.html).join(', ') + ']'))
      """;

  private final Page page;

  /** In the page as it is now; another page needs another. */
  Axe(Page page) {
    this.page = page;
    page.evaluate(SCRIPT);
  }

  /** What breaks a rule that has one of the tags. */
  List<String> violations(ColorScheme colours, List<String> tags) {
    return run(colours, Map.of("type", "tag", "values", tags));
  }

  /** What breaks one of the rules. */
  List<String> violationsOf(ColorScheme colours, List<String> rules) {
    return run(colours, Map.of("type", "rule", "values", rules));
  }

  /** Without motion: halfway between two schemes the colours are neither's. */
  private List<String> run(ColorScheme colours, Map<String, Object> runOnly) {
    page.emulateMedia(
        new EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
    var broken = (List<?>) page.evaluate(RUN, runOnly);
    return broken.stream().map(rule -> colours + ": " + rule).toList();
  }

  private static String script() {
    try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
