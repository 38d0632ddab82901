package dev.latchkey.ui.limit;

import dev.latchkey.oauth.limit.Rate;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How often codes and passwords may be guessed. A rate is a number and a time, for example {@code
 * 10/5m}: ten in any five minutes. Only what is wrong uses a limit up, except where it says
 * otherwise. Addresses count as IPv4 addresses and as IPv6 networks of 64 bits; an office or a
 * whole mobile network may share one, so those limits are wide, and what they lead to is mild.
 */
@ConfigMapping(prefix = "latchkey.guessing")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface LimitConfig {

  /** Wrong user codes of one browser session. Beyond it the person is told when to try again. */
  @WithDefault("10/10m")
  Rate codesPerSession();

  /** Wrong user codes of one signed-in account, in however many sessions. */
  @WithDefault("20/1h")
  Rate codesPerAccount();

  /**
   * Wrong user codes from one address. Beyond it codes from there are looked up for people who are
   * signed in, under the limit of their account; others are asked to sign in first.
   */
  @WithDefault("200/10m")
  Rate codesPerAddress();

  /**
   * So many wrong user codes from anywhere within {@code login-first-window}, by people who are not
   * signed in, and {@code login-first-ratio} of all: then everybody must sign in before a code is
   * looked up, for {@code login-first-for}. Too low, and a single attacker can bring that about.
   */
  @WithDefault("500")
  int loginFirstFailures();

  /** The share of wrong codes, between 0 and 1, from which on everybody must sign in first. */
  @WithDefault("0.6")
  double loginFirstRatio();

  /** In what time wrong and right codes from anywhere are counted. */
  @WithDefault("10m")
  Duration loginFirstWindow();

  /**
   * How long everybody must sign in first, from when it was noticed. Longer than the window, or the
   * codes that were wrong before bring it about again.
   */
  @WithDefault("15m")
  Duration loginFirstFor();

  /**
   * Sign-ins that failed from one address, whatever the account. Beyond it no password from there
   * is checked, except from browsers that have signed in to that account before.
   */
  @WithDefault("100/10m")
  Rate passwordsPerAddress();

  /**
   * Wrong passwords for one account name that delay nothing. After that each delays the next
   * attempt twice as long as the one before; a sign-in that succeeds forgets them. It makes no
   * difference whether there is such an account. A browser that has signed in to it before has
   * failures of its own, so that nobody can lock the owner out from elsewhere.
   */
  @WithDefault("5")
  int freePasswordFailures();

  /** The first delay after too many wrong passwords; at least 1 ms. */
  @WithDefault("1s")
  Duration firstPasswordDelay();

  /** The longest delay after wrong passwords; what an attacker can lock an account for. */
  @WithDefault("15m")
  Duration longestPasswordDelay();

  /** A wrong password is forgotten for each such time without another. */
  @WithDefault("15m")
  Duration passwordFailureForgottenAfter();

  /** Pictures of QR codes drawn for one address, each of which counts. */
  @WithDefault("600/1m")
  Rate qrPerAddress();

  /** Sign-ins by passkey begun from one address, each of which counts. */
  @WithDefault("300/10m")
  Rate passkeysPerAddress();
}
