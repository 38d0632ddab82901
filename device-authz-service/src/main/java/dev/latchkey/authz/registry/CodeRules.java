package dev.latchkey.authz.registry;

import dev.latchkey.grant.UserCodeFormat;
import java.time.Duration;

/**
 * How a client's codes are made.
 *
 * @param lifetime how long they can be used
 * @param interval the least time between polls
 */
public record CodeRules(Duration lifetime, Duration interval, UserCodeFormat userCodeFormat) {

  public static final CodeRules DEFAULT =
      new CodeRules(Duration.ofMinutes(10), Duration.ofSeconds(5), UserCodeFormat.DEFAULT);
}
