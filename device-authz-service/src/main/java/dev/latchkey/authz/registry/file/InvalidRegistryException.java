package dev.latchkey.authz.registry.file;

/** The file declares something that cannot be; the message says in which line and field. */
public final class InvalidRegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidRegistryException(String message) {
    super(message);
  }

  public InvalidRegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
