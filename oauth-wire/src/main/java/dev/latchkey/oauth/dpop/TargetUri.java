package dev.latchkey.oauth.dpop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where a request went, as proofs name it ({@code htu}; RFC 9449 sections 4.2 and 4.3, item 9). */
final class TargetUri {

  private TargetUri() {}

  /**
   * The URI without query and fragment, its scheme and host in lower case, without the scheme's own
   * port (RFC 3986 sections 6.2.2 and 6.2.3); empty if it is no absolute http URI.
   */
  static Optional<String> normalise(String uri) {
    try {
      return normalise(new URI(uri));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> normalise(URI uri) {
    if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
      return Optional.empty();
    }
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    var ownPort =
        switch (scheme) {
          case "https" -> 443;
          case "http" -> 80;
          default -> 0;
        };
    var path = uri.getRawPath();
    return ownPort == 0
        ? Optional.empty()
        : Optional.of(
            scheme
                + "://"
                + uri.getHost().toLowerCase(Locale.ROOT)
                + (uri.getPort() < 0 || uri.getPort() == ownPort ? "" : ":" + uri.getPort())
                + (path.isEmpty() ? "/" : path));
  }
}
