package dev.latchkey.e2e;

import dev.latchkey.local.LocalSystem;
import dev.latchkey.stores.RedisStore;
import java.time.Duration;
import java.util.UUID;

/** The pages that say when something was too often; see {@link Scenes}. */
final class LimitScenes {

  private static final int ENOUGH = 30;

  /** See docs/redis-schema.md. */
  private static final String LOGIN_FIRST = "alarm:login-first";

  private LimitScenes() {}

  static void codes(Visitor visitor, Tv tv) {
    visitor.opens("/device");
    for (var guess = 0; guess < ENOUGH && isThere(visitor, "#user_code"); guess++) {
      visitor.types("BCDF-BCD" + "BCDFGHJKLM".charAt(guess % 10));
    }
  }

  /** For a name of nobody, so that nobody has to wait. */
  static void passwords(Visitor visitor, Tv tv) {
    var name = "nobody-" + UUID.randomUUID();
    visitor.opens("/login");
    for (var guess = 0; guess < ENOUGH && isThere(visitor, "#username"); guess++) {
      visitor.signsIn(name, "not-the-password");
    }
  }

  static void signInFirst(Visitor visitor, Tv tv, LocalSystem system) {
    var codes = tv.start();
    visitor.opens("/device");
    var redis = RedisStore.at(system.redisUri());
    var until = redis.now().plus(Duration.ofMinutes(15)).toEpochMilli();
    redis.execute("SET", LOGIN_FIRST, Long.toString(until), "PX", "60000");
    try {
      visitor.types(codes.userCode());
    } finally {
      redis.execute("DEL", LOGIN_FIRST);
    }
  }

  private static boolean isThere(Visitor visitor, String field) {
    return visitor.page().locator(field).isVisible();
  }
}
