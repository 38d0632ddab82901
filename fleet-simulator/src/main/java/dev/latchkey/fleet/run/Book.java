package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Answer;
import dev.latchkey.fleet.device.Contradiction;
import dev.latchkey.fleet.device.Failure;
import dev.latchkey.fleet.device.Later;
import dev.latchkey.fleet.device.PollAnswer;
import dev.latchkey.fleet.device.Silence;
import dev.latchkey.fleet.device.SlowDown;
import dev.latchkey.fleet.device.Surprise;
import dev.latchkey.fleet.device.Trip;
import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.statistics.Interval;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.statistics.Outcome;
import dev.latchkey.fleet.wire.Landing;

/** Writes down how each errand of a slice ended. */
final class Book {

  private static final String OVERLOAD = "overload";
  private static final Outcome TOKENS = new Outcome(200, "tokens");

  private final Phases phases;
  private final Holding holding;
  private final Ledger ledger = new Ledger();
  private final Interval interval = new Interval();

  Book(Phases phases, Holding holding) {
    this.phases = phases;
    this.holding = holding;
  }

  Ledger ledger() {
    return ledger;
  }

  Interval interval() {
    return interval;
  }

  /** To be called before the device is told. */
  void landed(Errand errand, Landing landing, Answer answer) {
    var trip = landing.trip();
    var phase = phases.at(errand.intended());
    var kind = kind(errand, landing);
    var outcome = outcome(landing, answer);
    if (kind == Kind.HELD) {
      holding.see();
    }
    if (answer == Silence.DROPPED) {
      ledger.count(phase, kind, outcome); // the device looked away, so there is no time to measure
      return;
    }
    var latency = trip.answered() - errand.intended();
    ledger.add(phase, kind, outcome, latency, trip.answered() - trip.sent());
    interval.add(kind, latency, !(answer instanceof Failure));
    if (answer instanceof Surprise(var what, var status)) {
      ledger.surprise(kind.label() + ": " + what);
    }
    if (answer instanceof PollAnswer polled && errand.kind() == Kind.POLL && !errand.isStale()) {
      judge(errand, polled, trip);
    }
  }

  void handedOver(long nanos, long now) {
    ledger.add(phases.at(now), Kind.HANDOVER, TOKENS, nanos, nanos);
    interval.add(Kind.HANDOVER, nanos, true);
  }

  void remark(String what) {
    ledger.remark(what);
  }

  /** Whether the server does with it what it was asked to do: to wait. */
  boolean isHeld(Errand errand, long sent, long now) {
    return holding.holds(errand, sent, now);
  }

  /** The run is over and there is no answer: it took at least this long. */
  void unanswered(Errand errand, long sent, long end) {
    var phase = phases.at(errand.intended());
    if (isHeld(errand, sent, end)) {
      ledger.count(phase, Kind.HELD, Outcome.HELD);
    } else {
      ledger.add(phase, errand.kind(), Outcome.UNANSWERED, end - errand.intended(), end - sent);
    }
  }

  /** The run is over before its turn came. */
  void unsent(Errand errand, long end) {
    never(errand, Outcome.UNSENT, end);
  }

  /** Its device forgot it before its turn came. */
  void givenUp(Errand errand, long now) {
    never(errand, Outcome.GIVEN_UP, now);
  }

  private void never(Errand errand, Outcome outcome, long now) {
    ledger.addUnsent(phases.at(errand.intended()), errand.kind(), outcome, now - errand.intended());
  }

  private void judge(Errand errand, PollAnswer answer, Trip trip) {
    Contradiction.of(errand.device(), answer, trip).ifPresent(ledger::surprise);
    if (answer instanceof SlowDown && errand.device().keepsPace(trip.sent())) {
      ledger.remark("slow_down for polls that kept the interval");
    }
  }

  private static Kind kind(Errand errand, Landing landing) {
    return landing instanceof Landing.Answered answered && answered.held()
        ? Kind.HELD
        : errand.kind();
  }

  private static Outcome outcome(Landing landing, Answer answer) {
    return switch (landing) {
      case Landing.Answered answered -> new Outcome(answered.reply().status(), code(answer));
      case Landing.Unanswered unanswered -> new Outcome(0, unanswered.silence().code());
    };
  }

  /** Many servers say in the status alone that it is too much for them. */
  private static String code(Answer answer) {
    if (answer instanceof Surprise) {
      return "surprise";
    }
    return answer instanceof Later && answer.code().isEmpty() ? OVERLOAD : answer.code();
  }
}
