package dev.latchkey.oauth.schema;

/**
 * Lets a process end that waits during its start. Quarkus's own way of ending waits for the start
 * to be over, so that a pod would have to be killed; and nothing has begun that would have to be
 * finished.
 */
final class EndOfWaiting {

  /** As of a process that SIGTERM has ended. */
  private static final int TOLD = 143;

  private final Thread hook =
      new Thread(() -> Runtime.getRuntime().halt(TOLD), "end of waiting for the tables");

  private EndOfWaiting() {}

  static EndOfWaiting whenTold() {
    var end = new EndOfWaiting();
    Runtime.getRuntime().addShutdownHook(end.hook);
    return end;
  }

  /** The wait is over: from now on the process ends as it always does. */
  void noMore() {
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
