package dev.latchkey.local;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** One of the three services, as a process of its own. */
public final class ServiceProcess extends ProcessPart {

  private static final Readiness READINESS = new Readiness(Duration.ofSeconds(5));

  private final ServiceProgram program;
  private final Map<String, String> environment;
  private final Leftovers leftovers;

  ServiceProcess(
      String title,
      int port,
      ServiceProgram program,
      Map<String, String> environment,
      RunFolder run,
      Leftovers leftovers,
      Consumer<ProcessPart> death) {
    super(title, port, run.log(title), death);
    this.program = program;
    this.environment = environment;
    this.leftovers = leftovers;
  }

  /** The service itself, beside the gateway. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  @Override
  ProcessHandle launch() throws IOException {
    var builder = new ProcessBuilder(program.ready());
    builder.environment().putAll(environment);
    var process =
        builder.redirectErrorStream(true).redirectOutput(logFile().redirect()).start().toHandle();
    leftovers.note(title(), process);
    return process;
  }

  @Override
  boolean isReady() {
    return READINESS.of(port());
  }
}
