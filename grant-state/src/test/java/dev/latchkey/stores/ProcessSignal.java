package dev.latchkey.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Signals that Java has no word for. */
enum ProcessSignal {
  /** Freezes a process: it keeps its connections and answers nothing. */
  STOP,
  /** Thaws it. */
  CONT;

  void send(ProcessHandle process) {
    try {
      // By the shell's own kill: not every machine has one on its path.
      var kill = new ProcessBuilder("sh", "-c", "kill -" + name() + " " + process.pid()).start();
      if (!kill.waitFor(5, TimeUnit.SECONDS) || (kill.exitValue() != 0 && process.isAlive())) {
        throw new IllegalStateException("cannot signal process " + process.pid());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
