package dev.latchkey.oauth.admin;

/** A request of an administrator that we refuse. The message is sent as the problem's detail. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String detail;

  /**
   * @param status 400 to 499
   * @param detail a sentence for whoever sent the request
   */
  public ProblemException(int status, String detail) {
    super(detail);
    this.status = status;
    this.detail = detail;
  }

  public Problem problem() {
    return Problem.of(status, detail);
  }
}
