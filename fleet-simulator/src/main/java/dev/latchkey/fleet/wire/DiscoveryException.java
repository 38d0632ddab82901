package dev.latchkey.fleet.wire;

/** The endpoints cannot be found; the message is for the person at the command line. */
public final class DiscoveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DiscoveryException(String message) {
    super(message);
  }

  DiscoveryException(String message, Throwable cause) {
    super(message, cause);
  }
}
