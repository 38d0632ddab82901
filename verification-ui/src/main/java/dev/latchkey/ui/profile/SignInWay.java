package dev.latchkey.ui.profile;

import dev.latchkey.session.SignedIn;

/** How the person has signed in, in words. */
public enum SignInWay {
  PASSWORD,
  PASSKEY,
  PROVIDER;

  static SignInWay of(SignedIn person) {
    if (person.upstream().isPresent()) {
      return PROVIDER;
    }
    return person.amr().contains("pop") ? PASSKEY : PASSWORD;
  }
}
