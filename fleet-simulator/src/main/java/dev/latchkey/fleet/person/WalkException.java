package dev.latchkey.fleet.person;

/** The pages do not lead to an end; the message is for the report and holds nothing secret. */
public final class WalkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  WalkException(String message) {
    this(0, message);
  }

  WalkException(int status, String message) {
    super(message);
    this.status = status;
  }

  /**
   * Of the answer that was no page; 0 if it is what a page says, or where its form or link leads.
   */
  int status() {
    return status;
  }
}
