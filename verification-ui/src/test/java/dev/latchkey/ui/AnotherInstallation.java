package dev.latchkey.ui;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * As in production: reached by TLS, with a brand of its own, without local accounts, and with one
 * provider, which is never there; and with the playground.
 */
public final class AnotherInstallation implements QuarkusTestProfile {

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("latchkey.public-url", "https://login.example.com"),
          Map.entry("latchkey.brand.name", "Ex & Co"),
          Map.entry("latchkey.brand.logo", "src/test/resources/brand.svg"),
          Map.entry("latchkey.brand.accent-light", "#b3261e"),
          Map.entry("latchkey.brand.help-link", "https://example.com/help?topic=tv&from=latchkey"),
          Map.entry("latchkey.brand.privacy-link", "mailto:privacy@example.com"),
          Map.entry("latchkey.brand.support-text", "Call <us>: 555 0100"),
          Map.entry("latchkey.login.local", "false"),
          Map.entry("latchkey.token-service.url", "http://127.0.0.1:9"),
          Map.entry("latchkey.upstream.secret", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
          Map.entry("latchkey.upstream.providers.work.issuer", "https://id.example.com"),
          Map.entry("latchkey.upstream.providers.work.client-id", "latchkey-ui"),
          Map.entry("latchkey.upstream.providers.work.label", "Work"),
          Map.entry("latchkey.playground.enabled", "true"));

  @Override
  public Map<String, String> getConfigOverrides() {
    return SETTINGS;
  }

  /** The providers of other tests are none of ours. */
  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(RealStores.class));
  }
}
