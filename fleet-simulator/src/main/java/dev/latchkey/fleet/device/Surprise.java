package dev.latchkey.fleet.device;

/**
 * An answer outside the specifications.
 *
 * @param what in words, without anything secret of the body
 * @param status of HTTP
 */
public record Surprise(String what, int status) implements Failure {

  /** Whether the server may have done what it was asked, and only said so badly. */
  boolean mayHaveSucceeded() {
    return status == 200 || status >= 500;
  }

  @Override
  public String code() {
    return "surprise: " + what;
  }
}
