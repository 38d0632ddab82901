package dev.latchkey.oauth.registry;

/**
 * What is wrong with one of the {@code users}.
 *
 * @param index which of them, from 0
 * @param field of it; empty if it is all of it
 * @param what completes a sentence that begins with the field, and repeats no password
 */
public record UserMistake(int index, String field, String what) {

  /** Field and mistake, for example {@code password is missing}. */
  public String sentence() {
    return field.isEmpty() ? what : field + " " + what;
  }
}
