package dev.latchkey.chaos.book;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One grant, as its device and its person have seen it. Written by several threads. */
public final class Account {

  /**
   * For how long a poll without an answer may be why there is nothing more: its claim lapses after
   * 10 s, and the next poll may be held.
   */
  private static final long EXCUSED = Duration.ofSeconds(15).toNanos();

  private final String grant;
  private final Proof proof;
  private final Wish wish;
  private final Set<Delivery> deliveries = new LinkedHashSet<>();

  private int delivered;
  private boolean told;
  private boolean left;
  private boolean hadUnanswered;
  private long unanswered;
  private long over;
  private boolean forgettable;
  private End end = End.OPEN;

  /**
   * Opens the account of a grant.
   *
   * @param grant its id: the digest of the device code
   */
  public Account(String grant, Proof proof, Wish wish) {
    this.grant = grant;
    this.proof = proof;
    this.wish = wish;
  }

  public String grant() {
    return grant;
  }

  public Proof proof() {
    return proof;
  }

  public Wish wish() {
    return wish;
  }

  /** A page has told the person that their decision is done. */
  public synchronized void told() {
    told = true;
  }

  public synchronized boolean isTold() {
    return told;
  }

  /** The pages say that it is over, or was never there; the person does nothing more. */
  public synchronized void left() {
    left = true;
  }

  /** Whether the person has nothing more to do with it. */
  public synchronized boolean isLeft() {
    return told || left;
  }

  /** A poll went out, and nothing came back from the service until then. */
  public synchronized void unanswered(long when) {
    hadUnanswered = true;
    unanswered = when;
  }

  /** The device was told to come again: what it was not answered before is as open as it was. */
  public synchronized void putOff(long when) {
    if (isExcused(when)) {
      unanswered = when;
    }
  }

  public synchronized void delivered(Delivery delivery) {
    delivered++;
    deliveries.add(delivery);
    end = End.LINKED;
  }

  /** The codes came in the last moments before Redis failed over, or during that. */
  public synchronized void forgettable() {
    forgettable = true;
  }

  public synchronized void ended(End how, long when) {
    end = how;
    over = when;
  }

  /** Whether a poll shortly before the end got no answer, which may have been the one. */
  synchronized boolean hadUnanswered() {
    return end == End.OPEN ? hadUnanswered : isExcused(over);
  }

  synchronized boolean isForgettable() {
    return forgettable;
  }

  synchronized End end() {
    return end;
  }

  /** Different ones; the same one twice counts once. */
  synchronized List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /** How often tokens came, the same ones or not. */
  synchronized int timesDelivered() {
    return delivered;
  }

  private boolean isExcused(long when) {
    return hadUnanswered && when - unanswered <= EXCUSED;
  }
}
