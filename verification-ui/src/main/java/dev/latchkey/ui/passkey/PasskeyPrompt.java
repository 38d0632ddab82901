package dev.latchkey.ui.passkey;

import java.util.List;

/**
 * What a page tells the browser's script about the passkey it may ask for; passkey.js reads it from
 * the form.
 *
 * @param challenge to be signed
 * @param rp the relying party's id (WebAuthn section 5.1.2)
 * @param user what the passkey keeps, base64url; empty when signing in
 * @param exclude credentials that are there already, a space between
 * @param problem what went wrong before
 */
public record PasskeyPrompt(
    String challenge, String rp, String user, String exclude, PasskeyProblem problem) {

  static PasskeyPrompt toSignIn(String challenge, String rp, PasskeyProblem problem) {
    return new PasskeyPrompt(challenge, rp, "", "", problem);
  }

  static PasskeyPrompt toRegister(
      String challenge, String rp, String user, List<Passkey> known, PasskeyProblem problem) {
    var exclude = String.join(" ", known.stream().map(Passkey::credential).toList());
    return new PasskeyPrompt(challenge, rp, user, exclude, problem);
  }

  public boolean failed() {
    return problem != PasskeyProblem.NONE;
  }
}
