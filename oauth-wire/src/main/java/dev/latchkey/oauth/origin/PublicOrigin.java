package dev.latchkey.oauth.origin;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;

/**
 * The public origin of this installation, checked at start. The only source of the issuer and of
 * every URI we hand out; the Host header never is.
 */
@Startup
@ApplicationScoped
public class PublicOrigin {

  private final String issuer;
  private final boolean secure;

  PublicOrigin(OriginConfig config) {
    var url = config.publicUrl();
    var path = url.getPath();
    if (url.getHost() == null
        || (path != null && !path.isEmpty() && !path.equals("/"))
        || url.getQuery() != null
        || url.getFragment() != null
        || url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "latchkey.public-url must be an origin such as https://login.example.com, not " + url);
    }
    // As browsers write the Origin of a form, which is compared with this.
    var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    var host = url.getHost().toLowerCase(Locale.ROOT);
    secure = scheme.equals("https");
    if (!secure && !(scheme.equals("http") && Loopback.isHost(host))) {
      throw new IllegalArgumentException(
          "latchkey.public-url must be https, except on localhost: " + url);
    }
    var impliedPort = secure ? 443 : 80;
    issuer =
        scheme
            + "://"
            + host
            + (url.getPort() < 0 || url.getPort() == impliedPort ? "" : ":" + url.getPort());
  }

  /**
   * The {@code iss} of tokens: the origin in lower case, without a trailing slash or the scheme's
   * own port.
   */
  public String issuer() {
    return issuer;
  }

  /** The absolute URI of a path that starts with a slash. */
  public URI resolve(String path) {
    return URI.create(issuer + path);
  }

  /** Whether browsers reach us by TLS. */
  public boolean secure() {
    return secure;
  }
}
