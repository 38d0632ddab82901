package dev.latchkey.token.mint;

import dev.latchkey.token.keys.SigningConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** Checks at start that signing keys outlive the tokens that they have signed. */
// Before the keys are looked after: a round would write ends that come too soon.
@Startup(0)
@ApplicationScoped
class TokenLifetimes {

  /** What the registry allows an API to declare for its access tokens. */
  private static final Duration LONGEST_DECLARED = Duration.ofHours(24);

  TokenLifetimes(SigningConfig signing, TokenConfig tokens) {
    var longest =
        Collections.max(
            List.of(
                tokens.accessTokenLifetime(),
                tokens.idTokenLifetime(),
                tokens.adminTokenLifetime()));
    var least = longest.plus(signing.checkEvery().multipliedBy(2));
    var kept = signing.keepAfter();
    if (kept.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          ("latchkey.signing.keep-after is %s: set it to at least %s (the longest token lifetime"
                  + " and twice check-every, or tokens die before their end)")
              .formatted(kept, least));
    }
    if (kept.compareTo(LONGEST_DECLARED) < 0) {
      Log.warnf(
          "latchkey.signing.keep-after is %s: no API may have access tokens that live longer",
          kept);
    }
  }
}
