package dev.latchkey.fleet.command;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a command has around it; tests bring their own. */
interface Surroundings {

  /** For the report. */
  PrintWriter out();

  /** For progress, questions and complaints. */
  PrintWriter err();

  /** Whether somebody watches {@link #err} at a terminal, so that a line may be written over. */
  boolean isTerminal();

  /** What somebody typed to a question; empty if there is nobody. */
  Optional<String> ask(String question);

  /** A variable of the environment. */
  Optional<String> variable(String name);

  /** Calls this when somebody wants the end before its time; they then wait for the report. */
  Ending onInterrupt(Runnable interrupt);

  /** To be told when all is written. */
  interface Ending {

    void reached(int code);
  }

  /** Of a real process. */
  final class OfProcess implements Surroundings {

    private static final long PATIENCE_SECONDS = 30;

    private final PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    private final PrintWriter err = new PrintWriter(System.err, true, System.err.charset());

    @Override
    public PrintWriter out() {
      return out;
    }

    @Override
    public PrintWriter err() {
      return err;
    }

    @Override
    public boolean isTerminal() {
      return Optional.ofNullable(System.console()).isPresent();
    }

    @Override
    public Optional<String> ask(String question) {
      return Optional.ofNullable(System.console()).map(console -> console.readLine("%s", question));
    }

    @Override
    public Optional<String> variable(String name) {
      return Optional.ofNullable(System.getenv(name));
    }

    /** Ctrl-C starts the JVM's shutdown; it goes on when the report is written, with our code. */
    @Override
    public Ending onInterrupt(Runnable interrupt) {
      var written = new CountDownLatch(1);
      var code = new int[] {ExitCode.INTERRUPTED.number()};
      var hook =
          new Thread(
              () -> {
                interrupt.run();
                try {
                  if (!written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    err.println("fleet-simulator: there is no end to it, so no report");
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                Runtime.getRuntime().halt(code[0]);
              },
              "end-with-a-report");
      Runtime.getRuntime().addShutdownHook(hook);
      return reached -> {
        code[0] = reached;
        written.countDown();
        try {
          Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
          // It runs already, and has just been told.
        }
      };
    }
  }
}
