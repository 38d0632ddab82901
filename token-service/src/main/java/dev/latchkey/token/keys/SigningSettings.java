package dev.latchkey.token.keys;

import dev.latchkey.token.mint.TokenConfig;
import io.quarkus.logging.Log;
import java.time.Duration;

/** Makes the rules from the settings, or says which of them do not go together. */
final class SigningSettings {

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** What the registry allows an API to declare for its access tokens. */
  private static final Duration LONGEST_TOKEN = Duration.ofHours(24);

  private SigningSettings() {}

  static KeyRules rules(SigningConfig signing, TokenConfig tokens) {
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
    var longest = longer(tokens.accessTokenLifetime(), tokens.idTokenLifetime());
    atLeast(
        "keep-after",
        signing.keepAfter(),
        longest.plus(margin),
        "the longest token lifetime and twice check-every, or tokens die before their end");
    if (signing.keepAfter().compareTo(LONGEST_TOKEN) < 0) {
      Log.warnf(
          "latchkey.signing.keep-after is %s: no API may have access tokens that live longer",
          signing.keepAfter());
    }
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

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
