package dev.latchkey.fleet;

import dev.latchkey.fleet.command.CommandLines;

/** Where the program starts; see {@code --help} and README.md. */
public final class FleetSimulator {

  private FleetSimulator() {}

  /** Ends the process with one of the codes that {@code --help} lists. */
  public static void main(String[] args) {
    System.exit(CommandLines.forProcess().execute(args));
  }
}
