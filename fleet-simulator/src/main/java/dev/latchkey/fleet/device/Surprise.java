package dev.latchkey.fleet.device;

/**
 * An answer outside the specifications.
 *
 * @param what in words, without anything secret of the body
 */
public record Surprise(String what) implements Failure {

  @Override
  public String code() {
    return "surprise: " + what;
  }
}
