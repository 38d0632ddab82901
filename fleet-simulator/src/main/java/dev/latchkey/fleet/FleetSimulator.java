package dev.latchkey.fleet;

import dev.latchkey.fleet.command.CommandLines;

/** Where the program starts; see {@code --help} and README.md. */
public final class FleetSimulator {

  private FleetSimulator() {}

  /** Ends the process with one of the codes that {@code --help} lists. */
  public static void main(String[] args) {
    // JDK 22 to 24 have a console even where nobody is; this one is that of JDK 21 and 25.
    System.setProperty("jdk.console", "java.base");
    System.exit(CommandLines.forProcess().execute(args));
  }
}
