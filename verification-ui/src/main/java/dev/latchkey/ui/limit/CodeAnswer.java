package dev.latchkey.ui.limit;

import dev.latchkey.grant.OpenOutcome;
import java.time.Duration;

/** What became of a code that somebody entered, or came with. */
public sealed interface CodeAnswer {

  /** It was looked up. */
  record LookedUp(OpenOutcome outcome) implements CodeAnswer {}

  /** It was not: this browser or account has entered too many wrong ones. */
  record TooMany(Duration retryAfter) implements CodeAnswer {}

  /**
   * It was not, and will be as soon as the person has signed in: it is kept until then.
   *
   * @param retryAfter when it can be tried without
   */
  record SignInFirst(Duration retryAfter) implements CodeAnswer {}

  /** So many codes like it are live that anybody's guess would be too good. */
  enum Crowded implements CodeAnswer {
    /** It was not looked up, and will be as soon as the person has signed in. */
    SIGN_IN
  }
}
