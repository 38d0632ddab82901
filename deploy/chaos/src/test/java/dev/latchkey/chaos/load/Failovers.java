package dev.latchkey.chaos.load;

/** When Redis last failed over: what no replica had is forgotten then, as ever. */
public final class Failovers {

  private volatile long until = Long.MIN_VALUE;
  private volatile boolean under;

  /** Tells that one is under way, or that its end has come. */
  public void mark(boolean underWay) {
    under = underWay;
    until = System.nanoTime();
  }

  boolean since(long then) {
    return under || (until != Long.MIN_VALUE && until - then >= 0);
  }
}
