package dev.latchkey.authz.registry;

/** The file declares something that cannot be; the message says in which line and field. */
final class InvalidRegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidRegistryException(String message) {
    super(message);
  }

  InvalidRegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
