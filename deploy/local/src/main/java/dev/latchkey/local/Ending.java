package dev.latchkey.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The end of a process and of those it started. */
record Ending(List<ProcessHandle> family) {

  private static final long PATIENCE_MILLIS = 10_000;
  private static final long LOOK_AGAIN_MILLIS = 20;

  static Ending of(ProcessHandle process) {
    var family = new ArrayList<ProcessHandle>();
    family.add(process);
    process.descendants().forEach(family::add);
    return new Ending(List.copyOf(family));
  }

  /** Asks with SIGTERM, and insists when there is no end in sight. Returns when all are gone. */
  void gently() {
    thaw();
    family.getFirst().destroy();
    if (!gone()) {
      atOnce();
    }
  }

  /** With SIGKILL. Returns when all are gone. */
  void atOnce() {
    family.forEach(ProcessHandle::destroyForcibly);
    if (!gone()) {
      throw new IllegalStateException("SIGKILL does not end process " + family.getFirst().pid());
    }
  }

  /** Stops them from running on, like a machine that hangs. */
  void freeze() {
    Signal.STOP.send(family);
  }

  void thaw() {
    Signal.CONT.send(family);
  }

  /**
   * Whether a process still does anything. One that ended but that nobody waits for, in a container
   * whose first process is no init, stays in the table for good; it holds no port and no memory.
   */
  static boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return !stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return process.isAlive(); // no /proc here, or it has just gone
    }
  }

  private boolean gone() {
    var deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (family.stream().anyMatch(Ending::isRunning)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
