package dev.latchkey.fleet.person;

import dev.latchkey.fleet.wire.Loopback;
import java.net.URI;
import java.util.Set;

/** The hosts that the person at the command line agreed to; this machine is always among them. */
public record AllowedHosts(Set<String> names) {

  public AllowedHosts {
    names = Set.copyOf(names);
  }

  /** An address of another host, or that is not HTTP at all, is not visited. */
  boolean allow(URI address) {
    var scheme = address.getScheme();
    var host = address.getHost();
    return host != null
        && ("http".equals(scheme) || "https".equals(scheme))
        && (names.contains(host) || Loopback.isLiterally(host));
  }
}
