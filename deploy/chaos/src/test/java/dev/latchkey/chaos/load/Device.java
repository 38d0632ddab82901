package dev.latchkey.chaos.load;

import dev.latchkey.chaos.book.Account;
import dev.latchkey.chaos.book.Ask;
import dev.latchkey.chaos.book.Books;
import dev.latchkey.chaos.book.End;
import dev.latchkey.chaos.book.Note;
import dev.latchkey.chaos.book.Proof;
import dev.latchkey.chaos.book.Wish;
import dev.latchkey.grant.DeviceCode;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A device that lives again and again: asks for codes, polls until there is an end, and refreshes
 * for a while. It keeps the interval, and knows no other patience: whoever waited as {@code
 * Retry-After} says would not see how soon all is well again.
 */
final class Device implements Runnable {

  static final String START = "/oauth/device/code";
  static final String TOKEN = "/oauth/token";

  /** For how long polls are held that ask for it. */
  static final Duration HOLD = Duration.ofSeconds(4);

  private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
  static final Duration AGAIN = Duration.ofMillis(900);

  /**
   * Polls after a decision that say that there is none, until that is believed: a claim that nobody
   * follows up, as its poll was given up, lapses after 10 s.
   */
  private static final int DOUBTS = 20;

  private final Wire wire;
  private final Books books;
  private final People people;
  private final Pause pause;
  private final Ages ages;
  private final Failovers failovers;
  private final Proof proof;
  private final boolean waits;
  private final Random random;

  Device(Surroundings around, Proof proof, boolean waits, Random random) {
    this.wire = around.wire();
    this.books = around.books();
    this.people = around.people();
    this.pause = around.pause();
    this.ages = around.ages();
    this.failovers = around.failovers();
    this.proof = proof;
    this.waits = waits;
    this.random = random;
  }

  /** Nobody lives on after an exception that was not thought of: it is written down. */
  @Override
  public void run() {
    try {
      pause.pass(Duration.ofMillis(random.nextInt(2_000)));
      while (!pause.isClosing()) {
        live();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      books.offend("a device broke: " + e);
    }
  }

  private void live() throws InterruptedException {
    var prover = new Prover(proof);
    var begun = System.nanoTime();
    var codes = start(prover);
    var came = System.nanoTime();
    if (!codes.body().containsKey("device_code")) {
      pause.pass(AGAIN);
      return;
    }
    var code = codes.body().getString("device_code");
    var wish = random.nextInt(10) == 0 ? Wish.DENY : Wish.APPROVE;
    var account = books.open(new DeviceCode(code).grantId().value(), proof, wish);
    people.send(URI.create(codes.body().getString("verification_uri_complete")), account);
    var interval = Duration.ofSeconds(codes.body().getInteger("interval", 5));
    var answer = poll(prover, code, interval, account);
    if (failovers.mayForget(came)) {
      account.forgettable();
    }
    if (answer.hasTokens()) {
      var linked = System.nanoTime();
      var lost = new LostAnswer(books, pause, failovers, proof, () -> ask(prover, code));
      if (failovers.since(begun) || random.nextInt(3) == 0) {
        lost.askAgain(account, linked);
      }
      new Tokens(wire, books, pause, ages, prover, proof, random).live(answer);
      if (failovers.since(linked)) {
        lost.askAgain(account, linked);
      }
    }
  }

  private Answer start(Prover prover) throws InterruptedException {
    var form = new HashMap<>(prover.challenge());
    form.put("client_id", proof.client());
    form.put("scope", "openid offline_access watch");
    return wire.post(Ask.START, START, form, Map.of());
  }

  private Answer poll(Prover prover, String code, Duration interval, Account account)
      throws InterruptedException {
    var pace = interval;
    var doubts = 0;
    while (!pause.isStopped()) {
      pause.pass(pace);
      var answer = ask(prover, code);
      var now = System.nanoTime();
      if (answer.isUnanswered()) {
        account.unanswered(now);
      } else if (answer.came().isTrouble()) {
        account.putOff(now);
      }
      if (answer.hasTokens()) {
        account.delivered(answer.delivery());
        return answer;
      }
      switch (answer.error()) {
        case "access_denied" -> account.ended(End.DENIED, now);
        case "invalid_grant" -> account.ended(End.GONE, now);
        case "expired_token" -> account.ended(End.EXPIRED, now);
        case "slow_down" -> {
          if (answer.status() == 400) {
            books.note(Note.SLOWED_DOWN);
            pace = pace.plusSeconds(5);
          }
          continue;
        }
        case "authorization_pending" -> {
          doubts = account.isLeft() ? doubts + 1 : 0;
          if (doubts < DOUBTS) {
            continue;
          }
          account.ended(End.UNDECIDED, now);
        }
        default -> {
          continue;
        }
      }
      return answer;
    }
    return Answer.NOTHING;
  }

  private Answer ask(Prover prover, String code) throws InterruptedException {
    var form = new HashMap<>(prover.parameter());
    form.put("grant_type", DEVICE_CODE);
    form.put("client_id", proof.client());
    form.put("device_code", code);
    var preference =
        waits ? Map.of("Prefer", "wait=" + HOLD.toSeconds()) : Map.<String, String>of();
    var answer = prover.ask(wire, Ask.POLL, form, preference);
    if (answer.held()) {
      books.note(Note.HELD);
    }
    return answer;
  }
}
