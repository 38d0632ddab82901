package dev.latchkey.ui.limit;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses that no other test comes from. */
final class Addresses {

  private static final AtomicInteger USED = new AtomicInteger();

  private Addresses() {}

  static String next() {
    var number = USED.incrementAndGet();
    return "10.99." + number / 250 + "." + (number % 250 + 1);
  }
}
