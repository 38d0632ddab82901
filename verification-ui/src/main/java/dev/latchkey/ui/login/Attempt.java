package dev.latchkey.ui.login;

import dev.latchkey.ui.passkey.PasskeyProblem;

/**
 * What somebody tried on the sign-in page before it is shown again.
 *
 * @param username what was typed, if it is worth showing again
 * @param wrong the password, or the user name, was wrong
 * @param passkey what was wrong with a passkey
 */
record Attempt(String username, boolean wrong, PasskeyProblem passkey) {

  /** The page is shown for the first time. */
  static final Attempt NONE = new Attempt("", false, PasskeyProblem.NONE);

  /** More of what was typed is not worth showing again. */
  static final int LONGEST_ECHO = 256;

  static Attempt wrongPassword(String username) {
    var echo = username.length() > LONGEST_ECHO ? "" : username;
    return new Attempt(echo, true, PasskeyProblem.NONE);
  }

  static Attempt passkey(PasskeyProblem problem) {
    return new Attempt("", false, problem);
  }

  /** Nothing was tried yet. */
  boolean isFirst() {
    return equals(NONE);
  }
}
