package dev.latchkey.fleet.person;

import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.statistics.Interval;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.statistics.Outcome;

/** Writes down how each visit went, and each page of it. Times are nanoseconds of the run. */
final class Diary {

  private static final Outcome DECIDED = new Outcome(200, "decided");
  private static final Outcome SHOWN = new Outcome(200, "shown");

  private final Phases phases;
  private final Ledger ledger = new Ledger();
  private final Interval interval = new Interval();

  Diary(Phases phases) {
    this.phases = phases;
  }

  Ledger ledger() {
    return ledger;
  }

  Interval interval() {
    return interval;
  }

  /** For the pages of that visit, which are of its phase. */
  Walk.Pages pages(Visit visit) {
    return new Walk.Pages() {
      @Override
      public void shown(long took) {
        page(visit, SHOWN, took);
        interval.add(Kind.PAGE, took, true);
      }

      @Override
      public void refused(int status, long took) {
        page(visit, new Outcome(status, status == 0 ? "no page" : "not shown"), took);
        interval.add(Kind.PAGE, took, false);
      }
    };
  }

  void decided(Visit visit, long began, long now) {
    ended(visit, DECIDED, began, now);
  }

  void gaveUp(Visit visit, Throwable why, long began, long now) {
    var outcome =
        why instanceof WalkException lost
            ? new Outcome(lost.status(), String.valueOf(lost.getMessage()))
            : new Outcome(0, "no page");
    ended(visit, outcome, began, now);
  }

  /** The run is over, and the person still walks. */
  void unanswered(Visit visit, Walk walk, long began, long end) {
    walk.asked().ifPresent(asked -> page(visit, Outcome.UNANSWERED, end - asked));
    ledger.add(
        phase(visit), Kind.DECISION, Outcome.UNANSWERED, end - visit.intended(), end - began);
  }

  /** The run is over, and no browser was ever free: who leaves that out calls slow pages fast. */
  void notBegun(Visit visit, long end) {
    ledger.addUnsent(phase(visit), Kind.DECISION, Outcome.NOT_BEGUN, end - visit.intended());
  }

  private void ended(Visit visit, Outcome outcome, long began, long now) {
    var latency = now - visit.intended();
    ledger.add(phase(visit), Kind.DECISION, outcome, latency, now - began);
    interval.add(Kind.DECISION, latency, outcome.equals(DECIDED));
  }

  private void page(Visit visit, Outcome outcome, long took) {
    ledger.add(phase(visit), Kind.PAGE, outcome, took, took);
  }

  private int phase(Visit visit) {
    return phases.at(visit.intended());
  }
}
