package dev.latchkey.ui.brand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void byDefaultThePagesAreOurs() {
    // When
    var brand = brand(Map.of());

    // Then
    assertThat(brand.name()).isEqualTo("Latchkey");
    assertThat(brand.logoAddress()).isEmpty();
    assertThat(brand.styleAddress()).isEmpty();
    assertThat(brand.links()).isEmpty();
    assertThat(brand.supportText()).isEmpty();
  }

  @Test
  void linksAreInTheOrderOfTheFooter() {
    // When
    var brand =
        brand(
            Map.of(
                "imprint-link", "https://example.com/imprint",
                "privacy-link", "https://example.com/privacy",
                "terms-link", "https://example.com/terms",
                "help-link", "mailto:help@example.com"));

    // Then
    assertThat(brand.links())
        .extracting(BrandLink::kind)
        .containsExactly(
            BrandLink.Kind.HELP,
            BrandLink.Kind.PRIVACY,
            BrandLink.Kind.TERMS,
            BrandLink.Kind.IMPRINT);
  }

  @Test
  void anotherLogoHasAnotherAddress() throws IOException {
    // Given
    var one = Files.writeString(folder.resolve("one.svg"), "<svg />", UTF_8);
    var other = Files.writeString(folder.resolve("other.svg"), "<svg  />", UTF_8);

    // When
    var addresses =
        Map.of(
            "one", brand(Map.of("logo", one.toString())).logoAddress(),
            "other", brand(Map.of("logo", other.toString())).logoAddress());

    // Then
    assertThat(addresses.values())
        .doesNotHaveDuplicates()
        .allMatch(address -> address.matches("/assets/brand/[0-9a-f]{12}"));
  }

  @Test
  void oneColourLeavesTheOtherAsItIs() {
    // When
    var brand = brand(Map.of("accent-light", "#b3261e"));

    // Then
    assertThat(brand.styles()).contains("light").doesNotContain("dark)");
    assertThat(brand.styleAddress()).matches("/assets/brand\\.css\\?v=[0-9a-f]{12}");
  }

  @ParameterizedTest
  @CsvSource({
    "name, ' ',                               latchkey.brand.name has 1 to 40 characters",
    "help-link, javascript:alert(1),          latchkey.brand.help-link must be an https or mailto",
    "privacy-link, http://example.com,        latchkey.brand.privacy-link must be",
    "terms-link, //example.com,               latchkey.brand.terms-link must be",
    "logo, /nowhere/logo.svg,                 latchkey.brand.logo /nowhere/logo.svg cannot be read",
    "logo, pom.xml,                           is neither SVG nor PNG nor WebP",
    "accent-dark, #000000,                    contrast of 1.",
  })
  void whatIsWrongIsSaidAtStart(String setting, String value, String sentence) {
    // When
    var start = assertThatThrownBy(() -> brand(Map.of(setting, value)));

    // Then
    start.isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sentence);
  }

  @Test
  void aHugeLogoIsRefused() throws IOException {
    // Given
    var huge = Files.writeString(folder.resolve("a.svg"), "<svg>" + " ".repeat(128 * 1024), UTF_8);

    // When
    var start = assertThatThrownBy(() -> brand(Map.of("logo", huge.toString())));

    // Then
    start.hasMessageContaining("is larger than 128 KiB");
  }

  private static Brand brand(Map<String, String> settings) {
    var properties = new HashMap<String, String>();
    settings.forEach((name, value) -> properties.put("latchkey.brand." + name, value));
    return new Brand(
        new SmallRyeConfigBuilder()
            .withMapping(BrandConfig.class)
            .withSources(new PropertiesConfigSource(properties, "test", 500))
            .build()
            .getConfigMapping(BrandConfig.class));
  }
}
