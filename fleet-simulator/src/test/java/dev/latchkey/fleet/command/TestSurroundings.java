package dev.latchkey.fleet.command;

import io.vertx.core.Context;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Surroundings that remember what was said, with somebody who answers, or nobody. */
final class TestSurroundings implements Surroundings {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> questions = new ArrayList<>();
  private final AtomicReference<@Nullable Runnable> interrupt = new AtomicReference<>();
  private final Optional<String> answer;
  private boolean atOnce;
  private boolean broken;

  /** Fails on event loops. */
  private static final class Broken extends PrintWriter {

    Broken(StringWriter err) {
      super(err, true);
    }

    @Override
    public void print(String text) {
      if (Context.isOnEventLoopThread()) {
        throw new IllegalStateException("no terminal");
      }
      super.print(text);
    }
  }

  TestSurroundings(Optional<String> answer) {
    this.answer = answer;
  }

  String said() {
    return out.toString();
  }

  String complained() {
    return err.toString();
  }

  List<String> questions() {
    return questions;
  }

  /** As Ctrl-C does; nothing if there is no run yet. */
  void pressControlC() {
    var run = interrupt.get();
    if (run != null) {
      run.run();
    }
  }

  /** Before anything is sent. */
  void pressControlCAtOnce() {
    atOnce = true;
  }

  @Override
  public PrintWriter out() {
    return new PrintWriter(out, true);
  }

  @Override
  public PrintWriter err() {
    return broken ? new Broken(err) : new PrintWriter(err, true);
  }

  /** As a class that fails on an event loop would. */
  void breakProgress() {
    broken = true;
  }

  @Override
  public boolean isTerminal() {
    return broken;
  }

  @Override
  public Optional<String> ask(String question) {
    questions.add(question);
    return answer;
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(Map.of("FLEET_PASSWORD", "wonderland").get(name));
  }

  @Override
  public Ending onInterrupt(Runnable run) {
    interrupt.set(run);
    if (atOnce) {
      run.run();
    }
    return code -> {};
  }
}
