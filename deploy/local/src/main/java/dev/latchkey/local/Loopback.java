package dev.latchkey.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;

/**
 * The addresses behind the name {@code localhost}. Browsers try either first, so the gateway
 * listens on both where the machine has both.
 */
final class Loopback {

  static final InetAddress V4 = literal(127, 0, 0, 1);
  static final InetAddress V6 = literal(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

  private Loopback() {}

  static List<InetAddress> all() {
    return hasV6() ? List.of(V4, V6) : List.of(V4);
  }

  static boolean hasV6() {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(V6, 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InetAddress literal(int... parts) {
    var bytes = new byte[parts.length];
    for (var i = 0; i < parts.length; i++) {
      bytes[i] = (byte) parts[i];
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of 4 or 16 bytes is legal", e);
    }
  }
}
