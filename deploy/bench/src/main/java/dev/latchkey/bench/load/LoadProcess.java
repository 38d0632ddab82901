package dev.latchkey.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A running {@link Load}. Its own CPU time is nobody's cost, but it takes its share of the cores.
 */
public final class LoadProcess implements AutoCloseable {

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader outcomes;
  private final Path log;

  private LoadProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    orders = process.outputWriter(UTF_8);
    outcomes = process.inputReader(UTF_8);
  }

  /**
   * Starts it.
   *
   * @param java the beginning of a command line, up to the class path
   */
  public static LoadProcess start(List<String> java, Path log) throws IOException {
    var builder = new ProcessBuilder(new ArrayList<>(java));
    builder.command().add(Load.class.getName());
    return new LoadProcess(builder.redirectError(Redirect.appendTo(log.toFile())).start(), log);
  }

  /** Returns when the order is carried out. */
  public Outcome run(Order order) {
    try {
      orders.write(order.toLine());
      orders.newLine();
      orders.flush();
      var line = outcomes.readLine();
      if (line == null) {
        throw new IllegalStateException("the load process has ended; see " + log);
      }
      return Outcome.ofLine(line);
    } catch (IOException e) {
      throw new UncheckedIOException("the load process has ended; see " + log, e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
