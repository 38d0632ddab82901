package dev.latchkey.redis;

import dev.latchkey.grant.Random256;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of claims that nobody else draws: this process's own random, and a count. They are no
 * credentials, and each poll takes one: fresh random bytes would cost as much as the rest of it.
 */
final class ClaimIds {

  private final String process = Random256.draw();
  private final AtomicLong count = new AtomicLong();

  String next() {
    return process + "." + count.incrementAndGet();
  }
}
