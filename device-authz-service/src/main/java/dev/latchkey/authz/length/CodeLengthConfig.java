package dev.latchkey.authz.length;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How good a guess at a user code may be, however large the fleet. */
@ConfigMapping(prefix = "latchkey.code-length")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface CodeLengthConfig {

  /**
   * In so many guesses at most one is a live code, from 1,000 to 1,000,000,000. With the default
   * there are at most 51,200 codes of eight consonants at a time; the next ones have nine, of which
   * there are a million, and so on. Codes of digits do not grow: while there are too many of them
   * (2,000 of nine digits), people sign in before such a code is looked up.
   */
  @WithDefault("500000")
  long guesses();
}
