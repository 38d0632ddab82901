package dev.latchkey.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The signals that Java has no method for. */
enum Signal {
  STOP,
  CONT;

  /** To those still there; a process that ended meanwhile is no error. */
  void send(List<ProcessHandle> processes) {
    var command = new ArrayList<>(List.of("kill", "-" + name()));
    processes.stream()
        .filter(ProcessHandle::isAlive)
        .forEach(process -> command.add(Long.toString(process.pid())));
    if (command.size() == 2) {
      return;
    }
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("there is no kill command", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
