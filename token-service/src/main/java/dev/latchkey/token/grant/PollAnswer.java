package dev.latchkey.token.grant;

import dev.latchkey.token.mint.MintedTokens;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a device is told, once an approval has been turned into tokens. */
public sealed interface PollAnswer {

  /** The tokens, to this caller alone. */
  record Delivered(MintedTokens tokens, @Nullable String refreshToken) implements PollAnswer {

    @Override
    public String toString() {
      return "Delivered[redacted]";
    }
  }

  /** Come again after the interval, which has grown to this. */
  record TooEarly(Duration interval) implements PollAnswer {}

  /**
   * Somebody approved, and the person has yet to enter the number on the device.
   *
   * @param attemptsLeft how many other wrong numbers deny the grant
   * @param wrong whether what was entered is not the number
   */
  record NumberAwaited(int attemptsLeft, boolean wrong) implements PollAnswer {}

  /** Too many codes that are none came from there; come again after that time. */
  record TooMany(Duration retryAfter) implements PollAnswer {}

  /**
   * The operator's hook does not allow it, and the grant is over.
   *
   * @param description why, for the developer of the client
   */
  record Disallowed(String description) implements PollAnswer {}

  /** No tokens. */
  enum Withheld implements PollAnswer {
    PENDING,
    DENIED,
    EXPIRED,
    /** Unknown, redeemed, another client's, or without the right proof. */
    INVALID
  }
}
