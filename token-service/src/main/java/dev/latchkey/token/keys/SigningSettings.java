package dev.latchkey.token.keys;

import java.time.Duration;

/** Makes the rules from the settings, or says which of them do not go together. */
final class SigningSettings {

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private SigningSettings() {}

  static KeyRules rules(SigningConfig signing) {
    atLeast("check-every", signing.checkEvery(), SHORTEST, "1 s");
    atLeast("jwks-max-age", signing.jwksMaxAge(), SHORTEST, "1 s");
    var margin = signing.checkEvery().multipliedBy(2);
    atLeast(
        "publish-ahead",
        signing.publishAhead(),
        signing.jwksMaxAge().plus(margin),
        "jwks-max-age and twice check-every, or tokens meet verifiers that lack the key");
    atLeast(
        "rotate-every",
        signing.rotateEvery(),
        signing.publishAhead().multipliedBy(2),
        "twice publish-ahead");
    return new KeyRules(
        signing.algorithm(), signing.rotateEvery(), signing.publishAhead(), signing.keepAfter());
  }

  private static void atLeast(String name, Duration value, Duration least, String what) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "latchkey.signing.%s is %s: set it to at least %s (%s)"
              .formatted(name, value, least, what));
    }
  }
}
