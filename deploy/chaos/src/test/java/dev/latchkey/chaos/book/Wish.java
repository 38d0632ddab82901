package dev.latchkey.chaos.book;

/** What the person wants. */
public enum Wish {
  APPROVE,
  DENY
}
