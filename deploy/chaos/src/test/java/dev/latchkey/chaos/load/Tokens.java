package dev.latchkey.chaos.load;

import dev.latchkey.chaos.book.Ask;
import dev.latchkey.chaos.book.Books;
import dev.latchkey.chaos.book.Note;
import dev.latchkey.chaos.book.Proof;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** The life of a linked device: it refreshes, and is never logged out. */
final class Tokens {

  private static final int FEWEST = 4;
  private static final int MORE = 12;

  private final Wire wire;
  private final Books books;
  private final Pause pause;
  private final Ages ages;
  private final Prover prover;
  private final Proof proof;
  private final Random random;

  Tokens(
      Wire wire, Books books, Pause pause, Ages ages, Prover prover, Proof proof, Random random) {
    this.wire = wire;
    this.books = books;
    this.pause = pause;
    this.ages = ages;
    this.prover = prover;
    this.proof = proof;
    this.random = random;
  }

  void live(Answer first) throws InterruptedException {
    var device = first.delivery().device();
    var token = first.body().getString("refresh_token", "");
    var served = 0;
    var lastServed = false;
    var isDone = false;
    var wanted = FEWEST + random.nextInt(MORE);
    // The last one is asked for until it comes, and when all faults are over everybody asks once
    // more: whoever cannot refresh any more is logged out.
    while (!pause.isStopped() && !isDone) {
      pause.pass(Duration.ofMillis(500 + random.nextInt(1_000)));
      var isLast = pause.isClosing();
      var answer = refresh(token);
      lastServed = answer.hasTokens();
      if (lastServed) {
        served++;
        isDone = isLast || served >= wanted;
        books.note(Note.REFRESHED);
        var next = answer.body().getString("refresh_token", token);
        if (!next.equals(token)) {
          books.note(Note.ROTATED);
        }
        token = next;
        if (random.nextInt(3) == 0) {
          ages.age(device);
        }
      } else if (answer.error().equals("invalid_grant")) {
        books.offend("device %s (%s) was logged out".formatted(device, proof));
        return;
      }
    }
    if (!lastServed) {
      books.offend("device %s (%s) could not refresh to the end".formatted(device, proof));
    }
  }

  private Answer refresh(String token) throws InterruptedException {
    return prover.ask(
        wire,
        Ask.REFRESH,
        Map.of("grant_type", "refresh_token", "client_id", proof.client(), "refresh_token", token),
        Map.of());
  }
}
