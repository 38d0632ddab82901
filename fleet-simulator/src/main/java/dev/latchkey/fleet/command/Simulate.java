package dev.latchkey.fleet.command;

import dev.latchkey.fleet.report.About;
import dev.latchkey.fleet.run.Rehearsal;
import dev.latchkey.fleet.run.Result;
import dev.latchkey.fleet.run.Run;
import dev.latchkey.fleet.run.Target;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.scenario.Scenario;
import dev.latchkey.fleet.wire.DiscoveryException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One scenario, from the command line to the exit code. */
@Command(
    mixinStandardHelpOptions = true,
    abbreviateSynopsis = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
final class Simulate implements Callable<Integer> {

  private static final Set<String> SECRETS = Set.of("--client-secret", "--password");
  private static final int LOOPS_BESIDE_THE_FLEET = 2;

  private final Scenario scenario;
  private final Surroundings surroundings;

  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private SizeOptions size = new SizeOptions();
  @Mixin private HabitOptions habits = new HabitOptions();
  @Mixin private PeopleOptions people = new PeopleOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  Simulate(Scenario scenario, Surroundings surroundings) {
    this.scenario = scenario;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try {
      var plan = new PlanReader(scenario, size, habits, people, server.pkce).plan();
      output.check();
      return onLoops(plan).number();
    } catch (UsageException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (DiscoveryException e) {
      return end(ExitCode.NO_SERVER, String.valueOf(e.getMessage())).number();
    }
  }

  private ExitCode onLoops(Plan plan) {
    Limits.between("--threads", size.threads, 1, Limits.THREADS);
    var loops = size.threads + LOOPS_BESIDE_THE_FLEET;
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
    try {
      return run(
          vertx, plan, new Targets(surroundings, server, size, people, habits.wait).find(vertx));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private ExitCode run(Vertx vertx, Plan plan, Target target) {
    var interrupted = new AtomicBoolean();
    var mishap = new Mishap();
    vertx.exceptionHandler(mishap::happened);
    var ending = surroundings.onInterrupt(() -> interrupted.set(true));
    var code = ExitCode.BROKEN;
    try {
      var result = measured(vertx, plan, target, () -> interrupted.get() || mishap.hasHappened());
      mishap.rethrow();
      code = report(result, target);
      return code;
    } finally {
      ending.reached(code.number());
    }
  }

  private Result measured(Vertx vertx, Plan plan, Target target, BooleanSupplier interrupted) {
    var progress = new Progress(surroundings.err(), surroundings.isTerminal(), output.quiet);
    try {
      return new Rehearsal(vertx, interrupted)
          .begin(size.rehearse, size.threads)
          .compose(rehearsed -> new Run(vertx, plan, target, progress, interrupted).begin())
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    } finally {
      progress.end();
    }
  }

  private ExitCode report(Result result, Target target) {
    var about = new About(target.endpoints().token(), options());
    var written = new Reports(output, about, surroundings.out(), surroundings.err()).write(result);
    var code = written || result.interrupted() ? ExitCode.of(result) : ExitCode.UNWRITTEN;
    return code == ExitCode.WELL ? code : end(code, code.words());
  }

  private ExitCode end(ExitCode code, String words) {
    surroundings.err().println("fleet-simulator: " + words);
    return code;
  }

  /** As they were in force, for whoever repeats the run; secrets stay out, and what may be one. */
  private SortedMap<String, String> options() {
    var all = new TreeMap<String, String>();
    for (var option : spec.options()) {
      Object value = option.getValue();
      if (value != null && !SECRETS.contains(option.longestName()) && !isOff(value)) {
        all.put(option.longestName(), words(value));
      }
    }
    return all;
  }

  private static String words(Object value) {
    return value instanceof Map<?, ?> parameters
        ? String.join(" ", parameters.keySet().stream().map(String::valueOf).toList())
        : value.toString();
  }

  private static boolean isOff(Object value) {
    return value.equals(false)
        || value.toString().isEmpty()
        || (value instanceof Map<?, ?> map && map.isEmpty())
        || (value instanceof Set<?> set && set.isEmpty());
  }
}
