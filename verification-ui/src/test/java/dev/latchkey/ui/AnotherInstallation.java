package dev.latchkey.ui;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As in production: reached by TLS, with a brand of its own; and with the playground. */
public final class AnotherInstallation implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "latchkey.public-url", "https://login.example.com",
        "latchkey.brand.name", "Ex & Co",
        "latchkey.brand.logo", "src/test/resources/brand.svg",
        "latchkey.brand.accent-light", "#b3261e",
        "latchkey.brand.help-link", "https://example.com/help?topic=tv&from=latchkey",
        "latchkey.brand.privacy-link", "mailto:privacy@example.com",
        "latchkey.brand.support-text", "Call <us>: 555 0100",
        "latchkey.playground.enabled", "true");
  }
}
