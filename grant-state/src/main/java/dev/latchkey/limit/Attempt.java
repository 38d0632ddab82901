package dev.latchkey.limit;

/**
 * A try that counts as a failure until its outcome is known.
 *
 * @param subject whose; may be a name, so it does not print itself
 * @param failures how many there are, with this one
 */
public record Attempt(Backoff backoff, String subject, int failures) {

  @Override
  public String toString() {
    return "Attempt[" + backoff.name() + "]";
  }
}
