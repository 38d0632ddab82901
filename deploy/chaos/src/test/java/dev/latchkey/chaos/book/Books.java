package dev.latchkey.chaos.book;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that devices and people write down. */
public final class Books {

  private final Queue<Account> accounts = new ConcurrentLinkedQueue<>();
  private final Queue<String> offences = new ConcurrentLinkedQueue<>();
  private final Timeline timeline = new Timeline();
  private final Map<Note, AtomicInteger> notes = new EnumMap<>(Note.class);

  /** An empty book. */
  public Books() {
    for (var note : Note.values()) {
      notes.put(note, new AtomicInteger());
    }
  }

  public Account open(String grant, Proof proof, Wish wish) {
    var account = new Account(grant, proof, wish);
    accounts.add(account);
    return account;
  }

  /** Something that must not happen. */
  public void offend(String what) {
    offences.add(what);
  }

  /** Something to count. */
  public void note(Note what) {
    count(what).incrementAndGet();
  }

  public int noted(Note what) {
    return count(what).get();
  }

  public Timeline timeline() {
    return timeline;
  }

  public Collection<Account> accounts() {
    return List.copyOf(accounts);
  }

  public List<String> offences() {
    return List.copyOf(offences);
  }

  private AtomicInteger count(Note what) {
    return Objects.requireNonNull(notes.get(what));
  }
}
