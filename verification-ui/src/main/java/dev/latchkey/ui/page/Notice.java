package dev.latchkey.ui.page;

/**
 * Pages that only tell: what is the matter, and what to do next. Their words are in
 * messages/page_*.properties.
 */
public enum Notice {
  EXPIRED(410),
  IN_USE(409),
  ALREADY_APPROVED(410),
  ALREADY_DENIED(410),
  GONE(410),
  STALE_FORM(403),
  NOT_OURS(403),
  BAD_REQUEST(400),
  NOT_FOUND(404),
  WRONG_METHOD(405),
  TOO_LARGE(413),
  FAILED(500),
  BUSY(503);

  private final int status;

  Notice(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** The page for a status that the framework chose. */
  static Notice of(int status) {
    return switch (status) {
      case 404 -> NOT_FOUND;
      case 405 -> WRONG_METHOD;
      case 413, 414 -> TOO_LARGE;
      case 503 -> BUSY;
      default -> status < 500 ? BAD_REQUEST : FAILED;
    };
  }
}
