package dev.latchkey.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A port that is about to be listened on.
 *
 * @param part what for, as people know it
 */
record PortClaim(int port, String part) {

  /** Whether we could not listen there, on loopback. Known by trying. */
  boolean isTaken() {
    return isTaken(Loopback.V4) || (Loopback.hasV6() && isTaken(Loopback.V6));
  }

  private boolean isTaken(InetAddress address) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
      return false;
    } catch (BindException e) {
      return true;
    } catch (IOException e) {
      throw new IllegalStateException("cannot try port " + port, e);
    }
  }

  String obstacle() {
    var holder =
        PortHolder.of(port)
            .map(PortHolder::toString)
            .orElse(
                port < 1024
                    ? "reserved for root, or taken by a process this user cannot see"
                    : "taken by a process this user cannot see");
    return "Port %d, needed for %s, is %s.".formatted(port, part, holder);
  }
}
