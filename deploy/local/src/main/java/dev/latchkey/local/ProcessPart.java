package dev.latchkey.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A part of the system that is a process of its own. It can be started and ended any number of
 * times, always on the same port, until it is retired.
 */
public abstract class ProcessPart {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_AGAIN_MILLIS = 25;

  /** Ctrl-C reaches the whole foreground at once; what ends by it is no news. */
  private static final long NEWS_AFTER_MILLIS = 500;

  private final String title;
  private final int port;
  private final LogFile log;
  private final Consumer<ProcessPart> death;

  private @Nullable ProcessHandle process;
  private boolean retired;

  ProcessPart(String title, int port, LogFile log, Consumer<ProcessPart> death) {
    this.title = title;
    this.port = port;
    this.log = log;
    this.death = death;
  }

  public final String title() {
    return title;
  }

  public final int port() {
    return port;
  }

  public final Path log() {
    return log.path();
  }

  /**
   * The process of the last start.
   *
   * @throws IllegalStateException if it has not been started, or has ended since
   */
  public final synchronized ProcessHandle process() {
    if (process == null) {
      throw new IllegalStateException(title + " does not run");
    }
    return process;
  }

  /** Whether it has a process, be it a frozen one. */
  public final synchronized boolean isRunning() {
    return process != null && Ending.isRunning(process);
  }

  /**
   * Starts the process and returns when it is ready to serve.
   *
   * @throws PartFailure if it ends before, or is not ready within a minute
   */
  public final void start() {
    var started = begin();
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!Ending.isRunning(started)) {
        throw failure("ended before it was ready", null);
      }
      if (System.nanoTime() > deadline) {
        throw failure("is not ready after %d s".formatted(PATIENCE.toSeconds()), null);
      }
      try {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failure("was interrupted while it started", e);
      }
    }
  }

  /** Ends the process as an operator would and returns when it is gone. */
  public final synchronized void stop() {
    var ending = leave();
    if (ending != null) {
      ending.thaw();
      quit(ending);
    }
  }

  /** Ends the process with SIGKILL, like a power cut, and returns when it is gone. */
  public final synchronized void kill() {
    var ending = leave();
    if (ending != null) {
      ending.atOnce();
    }
  }

  /** Stops the process from running on, with SIGSTOP: it holds its connections and says nothing. */
  public final void freeze() {
    Ending.of(process()).freeze();
  }

  /** Lets a frozen process go on. */
  public final void thaw() {
    Ending.of(process()).thaw();
  }

  /** Stops the process, if it runs, and lets none start any more. */
  final synchronized void retire() {
    retired = true;
    stop();
  }

  final String logTail() {
    return log.tail();
  }

  final LogFile logFile() {
    return log;
  }

  /** Starts the process. */
  abstract ProcessHandle launch() throws IOException;

  /** Whether the launched process serves. */
  abstract boolean isReady();

  void quit(Ending ending) {
    ending.gently();
  }

  private synchronized ProcessHandle begin() {
    if (retired) {
      throw new PartFailure(title + " was not started: the system is stopping", null);
    }
    if (process != null) {
      throw new IllegalStateException(title + " is running");
    }
    try {
      var launched = launch();
      process = launched;
      var unused =
          launched
              .onExit()
              .thenRunAsync(
                  () -> reportDeath(launched),
                  CompletableFuture.delayedExecutor(NEWS_AFTER_MILLIS, TimeUnit.MILLISECONDS));
      return launched;
    } catch (IOException | RuntimeException e) {
      throw failure("could not be started: " + e.getMessage(), e);
    }
  }

  private synchronized @Nullable Ending leave() {
    var current = process;
    process = null;
    return current == null ? null : Ending.of(current);
  }

  private void reportDeath(ProcessHandle launched) {
    synchronized (this) {
      if (retired || !launched.equals(process)) {
        return;
      }
      process = null;
    }
    death.accept(this);
  }

  private PartFailure failure(String what, @Nullable Exception cause) {
    return new PartFailure(
        "%s %s. The end of its log, %s:%n%s".formatted(title, what, log.path(), log.tail()), cause);
  }
}
