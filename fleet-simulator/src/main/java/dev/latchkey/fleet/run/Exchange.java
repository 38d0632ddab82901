package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Answer;
import dev.latchkey.fleet.device.Codes;
import dev.latchkey.fleet.device.Gone;
import dev.latchkey.fleet.device.PollAnswer;
import dev.latchkey.fleet.device.RefreshAnswer;
import dev.latchkey.fleet.device.Reply;
import dev.latchkey.fleet.device.Silence;
import dev.latchkey.fleet.device.StartAnswer;
import dev.latchkey.fleet.device.StartReader;
import dev.latchkey.fleet.device.TokenReader;
import dev.latchkey.fleet.device.Trip;
import dev.latchkey.fleet.time.RunClock;
import dev.latchkey.fleet.wire.Landing;
import dev.latchkey.fleet.wire.Wire;
import java.util.function.Function;

/** Sends errands, reads and writes down what came of each, and tells those who still care. */
final class Exchange {

  private final Wire wire;
  private final Requests requests;
  private final Book book;
  private final RunClock clock;
  private final ErrandQueue queue;
  private final Replies replies;

  /** Whom to tell: not of errands whose device has forgotten them, nor of extra ones. */
  interface Replies {

    void started(VirtualDevice place, StartAnswer answer, Trip trip);

    void polled(VirtualDevice place, PollAnswer answer, Trip trip);

    void refreshed(VirtualDevice place, RefreshAnswer answer, Trip trip);
  }

  Exchange(
      Wire wire, Requests requests, Book book, RunClock clock, int connections, Replies replies) {
    this.wire = wire;
    this.requests = requests;
    this.book = book;
    this.clock = clock;
    this.queue =
        new ErrandQueue(
            connections, clock, this::send, errand -> book.givenUp(errand, clock.now()));
    this.replies = replies;
  }

  void ask(Errand errand) {
    queue.join(errand);
  }

  int inFlight() {
    return queue.inFlight();
  }

  int queued() {
    return queue.queued();
  }

  /** Whether nothing is under way but what the server holds. */
  boolean isQuiet() {
    var now = clock.now();
    return queue.isQuiet((errand, sent) -> book.isHeld(errand, sent, now));
  }

  /** Sends no more; what waits is written down as not sent. */
  void close() {
    var now = clock.now();
    queue.abandonQueue(errand -> book.unsent(errand, now));
  }

  /** Writes down what is not answered; what comes later is nobody's any more. */
  void end(long now) {
    queue.abandonFlights((errand, sent) -> book.unanswered(errand, sent, now));
  }

  private void send(Errand errand) {
    wire.send(requests.of(errand), landing -> landed(errand, landing));
  }

  private void landed(Errand errand, Landing landing) {
    if (!queue.isInFlight(errand)) {
      return;
    }
    try {
      tell(errand, landing);
    } finally {
      queue.left(errand);
    }
  }

  private void tell(Errand errand, Landing landing) {
    if (landing.resent()) {
      book.remark("requests sent again, because the server had closed their connection while idle");
    }
    switch (errand.kind()) {
      case START -> started(errand, landing);
      case POLL -> polled(errand, landing);
      case REFRESH -> refreshed(errand, landing);
      case HELD, PAGE, DECISION, HANDOVER -> throw new IllegalStateException("no device's errand");
    }
  }

  private void started(Errand errand, Landing landing) {
    var answer = read(landing, StartReader::read, silence -> silence);
    book.landed(errand, landing, answer);
    if (answer instanceof Codes codes && codes.allowNoPause()) {
      book.ledger().surprise("start: codes with an interval of 0 or less");
    }
    if (!errand.isStale()) {
      replies.started(errand.place(), answer, landing.trip());
    }
  }

  private void polled(Errand errand, Landing landing) {
    var answer = read(landing, TokenReader::poll, silence -> silence);
    if (landing.resent()) {
      errand.device().mayHaveLostAnAnswer();
    }
    book.landed(errand, landing, answer);
    if (!errand.isStale()) {
      replies.polled(errand.place(), answer, landing.trip());
    }
  }

  private void refreshed(Errand errand, Landing landing) {
    var answer = read(landing, TokenReader::refresh, silence -> silence);
    book.landed(errand, landing, answer);
    if (!errand.isExtra() && !errand.isStale()) {
      replies.refreshed(errand.place(), answer, landing.trip());
    } else if (errand.isExtra() && answer == Gone.INVALID_GRANT) {
      book.remark("invalid_grant for a parallel or repeated refresh");
    }
  }

  private static <A extends Answer> A read(
      Landing landing, Function<Reply, A> reader, Function<Silence, A> silent) {
    return switch (landing) {
      case Landing.Answered answered -> reader.apply(answered.reply());
      case Landing.Unanswered unanswered -> silent.apply(unanswered.silence());
    };
  }
}
