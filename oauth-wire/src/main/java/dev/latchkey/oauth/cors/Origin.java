package dev.latchkey.oauth.cors;

/** What browsers write in the header of that name (RFC 6454 section 7). */
final class Origin {

  /** A scheme, the longest host name, and a port. */
  private static final int LONGEST = 300;

  private Origin() {}

  /** Whether it can be told from others: {@code null} is the origin of every sandboxed page. */
  static boolean isOne(String origin) {
    return !origin.equals("null") && origin.length() <= LONGEST;
  }
}
