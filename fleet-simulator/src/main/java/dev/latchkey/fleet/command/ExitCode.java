package dev.latchkey.fleet.command;

import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.run.Result;
import java.util.Arrays;

/** What the process tells its parent. */
enum ExitCode {
  WELL(0, "every answer kept to the specifications"),
  SURPRISES(1, "there were answers outside them; the report lists them"),
  USAGE(2, "the command line is wrong, or a host was not agreed to"),
  NO_SERVER(3, "nothing was measured: no server answered, or none that has metadata"),
  REJECTED(4, "the server rejected the client or the request, or nobody came to a decision"),
  BROKEN(70, "the simulator failed, and not the server"),
  UNWRITTEN(73, "a file could not be written; all else is said at the terminal"),
  INTERRUPTED(130, "ended by Ctrl-C, with the report of what was measured by then");

  private final int number;
  private final String words;

  ExitCode(int number, String words) {
    this.number = number;
    this.words = words;
  }

  int number() {
    return number;
  }

  String words() {
    return words;
  }

  static String[] list() {
    return Arrays.stream(values())
        .map(code -> "%4d  %s".formatted(code.number, code.words))
        .toArray(String[]::new);
  }

  static ExitCode of(Result result) {
    if (result.interrupted()) {
      return INTERRUPTED;
    }
    if (!result.ledger().surprises().isEmpty()) {
      return SURPRISES;
    }
    if (!result.sawAnswers()) {
      return NO_SERVER;
    }
    return result.endings().containsKey(Ending.REJECTED) || result.nobodyDecided()
        ? REJECTED
        : WELL;
  }
}
