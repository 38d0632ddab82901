package dev.latchkey.fleet.command;

import dev.latchkey.fleet.run.Result;

/** What the process tells its parent. */
enum ExitCode {
  WELL(0),
  SURPRISES(1),
  USAGE(2),
  NO_SERVER(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static ExitCode of(Result result) {
    if (!result.ledger().surprises().isEmpty()) {
      return SURPRISES;
    }
    return result.sawAnswers() ? WELL : NO_SERVER;
  }
}
