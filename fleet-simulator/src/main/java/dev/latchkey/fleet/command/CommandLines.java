package dev.latchkey.fleet.command;

import dev.latchkey.fleet.scenario.Scenario;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** A subcommand for each scenario, which differ in their defaults only. */
public final class CommandLines {

  private CommandLines() {}

  @Command(
      name = "fleet-simulator",
      description = "Virtual devices that drive any RFC 8628 server, and say how it bore them.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "SCENARIO",
      commandListHeading = "%nScenarios (each has --help with its own defaults):%n",
      footerHeading = "%nExit codes:%n")
  static final class Root {}

  /** As the jar's manifest has it. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      var version = CommandLines.class.getPackage().getImplementationVersion();
      return new String[] {"fleet-simulator " + (version == null ? "unpackaged" : version)};
    }
  }

  /** For a process of its own: asks at the terminal, and ends with a report at Ctrl-C. */
  public static CommandLine forProcess() {
    return with(new Surroundings.OfProcess());
  }

  static CommandLine with(Surroundings surroundings) {
    var root = new CommandLine(new Root());
    root.getCommandSpec().usageMessage().footer(ExitCode.list());
    for (var scenario : Scenario.values()) {
      root.addSubcommand(scenario.label(), command(scenario, surroundings));
    }
    root.registerConverter(Duration.class, Durations::read);
    root.setParameterExceptionHandler(CommandLines::complain);
    root.setExecutionExceptionHandler(CommandLines::apologise);
    return root;
  }

  /** One line that says what is wrong; the list of options would push it off the screen. */
  private static int complain(ParameterException wrong, String[] arguments) {
    var command = wrong.getCommandLine();
    command.getErr().println(wrong.getMessage());
    command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.number();
  }

  /** What nobody foresaw; in one line too, because its trace says nothing to most people. */
  private static int apologise(Exception failure, CommandLine command, ParseResult parsed) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    command.getErr().println("The simulator failed: " + cause);
    return ExitCode.BROKEN.number();
  }

  private static CommandLine command(Scenario scenario, Surroundings surroundings) {
    var command = new CommandLine(new Simulate(scenario, surroundings));
    command.getCommandSpec().usageMessage().description(scenario.story());
    command.setDefaultValueProvider(argument -> preset(scenario, argument));
    return command;
  }

  private static @Nullable String preset(Scenario scenario, ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? scenario.defaults().get(option.longestName())
        : null;
  }
}
