package dev.latchkey.ui.brand;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A link in the footer of every page.
 *
 * @param kind what it leads to; its words come from the messages
 */
public record BrandLink(Kind kind, URI address) {

  /** In the order in which they stand there. */
  public enum Kind {
    HELP,
    PRIVACY,
    TERMS,
    IMPRINT
  }

  /** Fails if the address is not one that a browser may be led to. */
  static Optional<BrandLink> of(Kind kind, Optional<URI> address) {
    return address.map(
        uri -> {
          var web = "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
          var mail = "mailto".equalsIgnoreCase(uri.getScheme()) && uri.isOpaque();
          if (!web && !mail) {
            throw new IllegalArgumentException(
                "latchkey.brand.%s-link must be an https or mailto address, not %s"
                    .formatted(kind.name().toLowerCase(Locale.ROOT), uri));
          }
          return new BrandLink(kind, uri);
        });
  }
}
