package dev.latchkey.authz.webhooks;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a delivery after an attempt.
 *
 * @param attempt which one it was
 * @param failure a word for what was wrong, such as {@code http_500}; null if it was delivered
 */
record Outcome(UUID event, int attempt, Fate fate, @Nullable String failure) {

  /** What is to be done with it. */
  enum Fate {
    DELIVERED,
    /** Try again later, unless it is too old. */
    RETRY,
    /** The receiver says that it will never take it. */
    DEAD
  }

  private static final int GONE = 410;

  static Outcome of(Delivery delivery, Answer answer) {
    return new Outcome(delivery.event().id(), delivery.attempt(), fate(answer), failure(answer));
  }

  private static Fate fate(Answer answer) {
    return switch (answer) {
      case Answer.Status(var code) when code >= 200 && code < 300 -> Fate.DELIVERED;
      case Answer.Status(var code) when code == GONE -> Fate.DEAD;
      case Answer.Status ignored -> Fate.RETRY;
      case Answer.None ignored -> Fate.RETRY;
    };
  }

  private static @Nullable String failure(Answer answer) {
    return switch (answer) {
      case Answer.Status(var code) -> fate(answer) == Fate.DELIVERED ? null : "http_" + code;
      case Answer.None none -> none.name().toLowerCase(Locale.ROOT);
    };
  }
}
