package dev.latchkey.oauth.origin;

import java.util.Set;

/** This machine, by the names that no other machine answers to: plain HTTP does not leave it. */
public final class Loopback {

  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private Loopback() {}

  /**
   * Whether that is this machine.
   *
   * @param host in lower case, IPv6 addresses in brackets, as {@link java.net.URI#getHost} has them
   */
  public static boolean isHost(String host) {
    return HOSTS.contains(host);
  }
}
