package dev.latchkey.ui.brand;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.picture.Picture;
import dev.latchkey.ui.page.ContentHash;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The installation's brand as the layout of all pages shows it. */
@Startup
@Named("brand")
@ApplicationScoped
public class Brand {

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_TEXT = 200;

  private final String name;
  private final Optional<Picture> logo;
  private final String styles;
  private final List<BrandLink> links;
  private final String supportText;

  /** Fails with a sentence that names the setting. */
  Brand(BrandConfig config) {
    name = line("latchkey.brand.name", config.name(), LONGEST_NAME);
    logo = config.logo().map(LogoFile::read);
    styles =
        StyleSheet.of(
            config.accentLight().map(it -> Accent.onLight("latchkey.brand.accent-light", it)),
            config.accentDark().map(it -> Accent.onDark("latchkey.brand.accent-dark", it)));
    links =
        Stream.of(
                BrandLink.of(BrandLink.Kind.HELP, config.helpLink()),
                BrandLink.of(BrandLink.Kind.PRIVACY, config.privacyLink()),
                BrandLink.of(BrandLink.Kind.TERMS, config.termsLink()),
                BrandLink.of(BrandLink.Kind.IMPRINT, config.imprintLink()))
            .flatMap(Optional::stream)
            .toList();
    supportText =
        config
            .supportText()
            .map(text -> line("latchkey.brand.support-text", text, LONGEST_TEXT))
            .orElse("");
  }

  public String name() {
    return name;
  }

  /** The address of the installation's logo; empty if it is ours. */
  public String logoAddress() {
    return logo.map(picture -> "/assets/brand/" + ContentHash.of(picture.content().getBytes()))
        .orElse("");
  }

  public String logoType() {
    return logo.map(picture -> picture.kind().type()).orElse("image/svg+xml");
  }

  /** The address of the style sheet with the installation's colours; empty if they are ours. */
  public String styleAddress() {
    return styles.isEmpty() ? "" : "/assets/brand.css?v=" + ContentHash.of(styles.getBytes(UTF_8));
  }

  public List<BrandLink> links() {
    return links;
  }

  /** Whether there is anything to say in it. */
  public boolean footer() {
    return !links.isEmpty() || !supportText.isEmpty();
  }

  /** Empty if there is none. */
  public String supportText() {
    return supportText;
  }

  Optional<Picture> logo() {
    return logo;
  }

  String styles() {
    return styles;
  }

  private static String line(String setting, String text, int longest) {
    var line = text.strip();
    if (line.isEmpty() || line.length() > longest) {
      throw new IllegalArgumentException(
          "%s has 1 to %d characters, not %d".formatted(setting, longest, line.length()));
    }
    return line;
  }
}
