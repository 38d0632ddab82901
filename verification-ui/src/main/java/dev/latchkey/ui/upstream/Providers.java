package dev.latchkey.ui.upstream;

import dev.latchkey.ui.upstream.UpstreamConfig.Settings;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The providers of this installation, checked at start; none of them has to be there by then. */
@Startup
@ApplicationScoped
public class Providers {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  /** Have pages of their own below /login. */
  static final Set<String> TAKEN = Set.of("onwards", "passkey");

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int LONGEST_LABEL = 40;

  private final List<Provider> all;

  @Inject
  Providers(UpstreamConfig config) {
    this(config, ConfigUtils.getProfiles().stream().anyMatch(Set.of("local", "test")::contains));
  }

  Providers(UpstreamConfig config, boolean plainHttp) {
    var found = new ArrayList<Provider>();
    new TreeMap<>(config.providers())
        .forEach((name, settings) -> found.add(checked(name, settings, plainHttp)));
    all = List.copyOf(found);
  }

  /** In the order of their names. */
  public List<Provider> all() {
    return all;
  }

  public Optional<Provider> named(String name) {
    return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
  }

  private static Provider checked(String name, Settings settings, boolean plainHttp) {
    if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
      throw wrong(name, "cannot be a name: use up to 32 of a-z, 0-9 and -, but none of " + TAKEN);
    }
    var issuer = settings.issuer();
    var https = "https".equals(issuer.getScheme());
    if (issuer.getHost() == null
        || !(https || (plainHttp && "http".equals(issuer.getScheme())))
        || issuer.getQuery() != null
        || issuer.getFragment() != null
        || issuer.getUserInfo() != null) {
      throw wrong(name, "issuer must be an https URI without query and fragment, not " + issuer);
    }
    if (!settings.scopes().contains("openid")) {
      throw wrong(name, "scopes must have openid");
    }
    var label = settings.label().orElse(name).strip();
    if (label.isEmpty() || label.length() > LONGEST_LABEL) {
      throw wrong(name, "label must have 1 to %d characters".formatted(LONGEST_LABEL));
    }
    return new Provider(
        name,
        issuer.toString(),
        settings.clientId(),
        settings.clientSecret(),
        label,
        settings.scopes(),
        settings.groupsClaim(),
        settings.trustEmail(),
        bounded(name, "connect-timeout", settings.connectTimeout()),
        bounded(name, "read-timeout", settings.readTimeout()));
  }

  private static Duration bounded(String name, String setting, Duration value) {
    if (!value.isPositive() || value.compareTo(LONGEST) > 0) {
      throw wrong(name, setting + " must be more than 0 and at most 30s");
    }
    return value;
  }

  private static IllegalArgumentException wrong(String name, String what) {
    return new IllegalArgumentException("latchkey.upstream.providers." + name + ": " + what);
  }
}
