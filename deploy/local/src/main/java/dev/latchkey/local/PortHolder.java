package dev.latchkey.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The process that listens on a port. */
record PortHolder(long pid, String command) {

  /** Of a long command, the program and the end say most. */
  private static final int FIRST = 60;

  private static final int LAST = 90;
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";

  /** Empty if nobody listens there, or it is a process of another user. */
  static Optional<PortHolder> of(int port) {
    var pid = Files.isReadable(PROC.resolve("net/tcp")) ? byProc(port) : Optional.<Long>empty();
    return pid.or(() -> byLsof(port)).flatMap(PortHolder::named);
  }

  @Override
  public String toString() {
    return "taken by process %d: %s".formatted(pid, command);
  }

  private static Optional<PortHolder> named(long pid) {
    return ProcessHandle.of(pid).map(process -> new PortHolder(pid, command(process.info())));
  }

  private static String command(ProcessHandle.Info info) {
    var line = info.commandLine().or(info::command).orElse("(its command is hidden)");
    return line.length() <= FIRST + LAST
        ? line
        : line.substring(0, FIRST) + " ... " + line.substring(line.length() - LAST);
  }

  /** Linux: the kernel's tables name the socket, and the holder has it among its open files. */
  private static Optional<Long> byProc(int port) {
    var sockets = new HashSet<String>();
    for (var table : List.of("net/tcp", "net/tcp6")) {
      sockets.addAll(listening(PROC.resolve(table), port));
    }
    return sockets.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses()
            .map(ProcessHandle::pid)
            .filter(pid -> holds(pid, sockets))
            .findFirst();
  }

  private static Set<String> listening(Path table, int port) {
    var suffix = String.format(Locale.ROOT, ":%04X", port);
    var found = new HashSet<String>();
    for (var line : lines(table)) {
      var column = line.strip().split("\\s+", -1);
      if (column.length > 9 && column[1].endsWith(suffix) && column[3].equals(LISTENING)) {
        found.add("socket:[" + column[9] + "]");
      }
    }
    return found;
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException e) {
      return List.of(); // no IPv6 in this kernel
    }
  }

  private static boolean holds(long pid, Set<String> sockets) {
    try (var files = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
      for (var file : files) {
        if (sockets.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return false; // another user's, or gone meanwhile
    }
    return false;
  }

  private static Optional<Long> byLsof(int port) {
    try {
      var lsof =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var out = lsof.inputReader()) {
        return out.lines().findFirst().map(String::strip).map(Long::valueOf);
      }
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // no lsof here
    }
  }
}
