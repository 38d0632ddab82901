package dev.latchkey.chaos.book;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may be answered to devices and people, whatever is broken. Nothing else may. */
public final class Protocol {

  private static final Map<Ask, Set<String>> ERRORS =
      Map.of(
          Ask.START,
          Set.of(),
          Ask.POLL,
          Set.of(
              "authorization_pending",
              "slow_down",
              "access_denied",
              "expired_token",
              "invalid_grant",
              "use_dpop_nonce"),
          Ask.REFRESH,
          Set.of("invalid_grant", "use_dpop_nonce"));

  /** RFC 8628 section 3.5: a device stops at any error that it does not know. */
  private static final Map<Ask, String> LATER =
      Map.of(
          Ask.START,
          "temporarily_unavailable",
          Ask.POLL,
          "slow_down",
          Ask.REFRESH,
          "temporarily_unavailable");

  /** 409 and 410: in use, over. 422: a code that is not known, perhaps not any more. */
  private static final Set<Integer> PAGES = Set.of(200, 302, 303, 404, 409, 410, 422);

  private static final Set<Integer> BUSY = Set.of(429, 503);

  private Protocol() {}

  /** What is wrong with an answer, in words without secrets; empty if it may be given. */
  public static Optional<String> offence(Ask ask, Reply reply) {
    var allowed = ask == Ask.PAGE ? mayBePage(reply) : mayBeAnswer(ask, reply);
    return allowed
        ? Optional.empty()
        : Optional.of(
            "%s: status %d, error '%s', JSON %s, Retry-After %s, may be stored %s"
                .formatted(
                    ask.words(),
                    reply.status(),
                    reply.error(),
                    reply.json(),
                    reply.retryAfter(),
                    reply.stored()));
  }

  /** Whether somebody is asked to come again, because something is away or busy. */
  public static boolean isLater(Reply reply) {
    return BUSY.contains(reply.status());
  }

  private static boolean mayBePage(Reply reply) {
    return !reply.stored()
        && (PAGES.contains(reply.status()) || (isLater(reply) && reply.retryAfter()));
  }

  private static boolean mayBeAnswer(Ask ask, Reply reply) {
    if (!reply.json() || reply.stored()) {
      return false;
    }
    if (reply.status() == 200) {
      return reply.error().isEmpty();
    }
    if (reply.description().isEmpty()) {
      return false;
    }
    return isLater(reply)
        ? reply.error().equals(LATER.get(ask)) && reply.retryAfter()
        : reply.status() == 400 && ERRORS.getOrDefault(ask, Set.of()).contains(reply.error());
  }
}
