package dev.latchkey.fleet.person;

/** The pages do not lead to an end; the message is for the report and holds nothing secret. */
public final class WalkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WalkException(String message) {
    super(message);
  }
}
