package dev.latchkey.fleet.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Which hosts are this machine. */
public final class Loopback {

  private static final Pattern LITERALLY =
      Pattern.compile("localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  private Loopback() {}

  /** By its name alone, without asking anybody. */
  public static boolean isLiterally(String host) {
    return LITERALLY.matcher(host).matches();
  }

  /** Whether every address that the name has now is this machine. Blocks for the look-up. */
  public static boolean isWhereItLeads(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
