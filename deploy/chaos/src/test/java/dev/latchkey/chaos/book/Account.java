package dev.latchkey.chaos.book;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One grant, as its device and its person have seen it. Written by several threads. */
public final class Account {

  private final String grant;
  private final Proof proof;
  private final Wish wish;
  private final Set<Delivery> deliveries = new LinkedHashSet<>();

  private int delivered;
  private boolean told;
  private boolean left;
  private boolean unanswered;
  private boolean failover;
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

  /** A poll went out, and nothing came back from the service. */
  public synchronized void unanswered() {
    unanswered = true;
  }

  public synchronized void delivered(Delivery delivery) {
    delivered++;
    deliveries.add(delivery);
    end = End.LINKED;
  }

  /** Redis has failed over since the codes were asked for. */
  public synchronized void outlivedFailover() {
    failover = true;
  }

  public synchronized void ended(End how) {
    end = how;
  }

  synchronized boolean hadUnanswered() {
    return unanswered;
  }

  synchronized boolean hasOutlivedFailover() {
    return failover;
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
}
