package dev.latchkey.chaos.load;

import dev.latchkey.chaos.book.Account;
import dev.latchkey.chaos.book.Books;
import dev.latchkey.chaos.book.Note;
import dev.latchkey.chaos.book.Proof;
import java.time.Duration;

/**
 * A device that has its tokens asks as if the answer had never come. With a proof the same one
 * comes while it is kept; without one, or later, none does.
 */
final class LostAnswer {

  /** One poll with the code that was redeemed. */
  @FunctionalInterface
  interface Poll {

    Answer ask() throws InterruptedException;
  }

  /** For which a device that is linked is told to wait: what another poll has claimed lapses. */
  private static final Duration DOUBT = Duration.ofSeconds(15);

  /** While an answer is kept, less what a request may take. */
  private static final Duration KEPT = Duration.ofSeconds(18);

  private final Books books;
  private final Pause pause;
  private final Failovers failovers;
  private final Proof proof;
  private final Poll poll;

  LostAnswer(Books books, Pause pause, Failovers failovers, Proof proof, Poll poll) {
    this.books = books;
    this.pause = pause;
    this.failovers = failovers;
    this.proof = proof;
    this.poll = poll;
  }

  /**
   * Asks until there is an end.
   *
   * @param linked when the answer came, as {@link System#nanoTime()}
   */
  void askAgain(Account account, long linked) throws InterruptedException {
    var begun = System.nanoTime();
    var settled = begun;
    while (!pause.isStopped()) {
      var answer = poll.ask();
      var now = System.nanoTime();
      if (answer.hasTokens()) {
        account.delivered(answer.delivery());
        books.note(Note.ASKED_AGAIN);
        return;
      }
      if (answer.error().equals("invalid_grant")) {
        refused(account, linked, now);
        return;
      }
      if (answer.came().isTrouble()) {
        if (now - begun > KEPT.toNanos()) {
          return;
        }
        settled = now;
      } else if (now - settled > DOUBT.toNanos()) {
        undecided(account, linked, answer);
        return;
      }
      pause.pass(Device.AGAIN);
    }
  }

  private void refused(Account account, long linked, long now) {
    if (proof == Proof.NONE) {
      books.note(Note.REFUSED_AGAIN);
    } else if (failovers.mayForget(linked)) {
      books.note(Note.FORGOTTEN_BY_FAILOVER);
    } else if (now - linked < KEPT.toNanos()) {
      books.offend("grant " + account.grant() + ": an answer with a proof was not kept");
    }
  }

  /** Redeemed, and yet there is something to wait for: only a forgotten decision explains that. */
  private void undecided(Account account, long linked, Answer answer) {
    if (!failovers.mayForget(linked)) {
      books.offend(
          "grant %s (%s): redeemed, and then %s".formatted(account.grant(), proof, answer.error()));
    }
  }
}
