package dev.latchkey.fleet.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What people decide, and what linked devices do. */
final class PeopleOptions {

  @Option(
      names = "--approve",
      paramLabel = "0..1",
      defaultValue = "0",
      description =
          "share of codes that a person approves through the server's pages (default"
              + " ${DEFAULT-VALUE})")
  double approve;

  @Option(
      names = "--deny",
      paramLabel = "0..1",
      defaultValue = "0",
      description = "share of codes that a person denies there (default ${DEFAULT-VALUE})")
  double deny;

  @Option(
      names = "--decide-after",
      paramLabel = "SPAN",
      defaultValue = "10s",
      description = "from the codes to the person's first page (default ${DEFAULT-VALUE})")
  Duration decideAfter = Duration.ZERO;

  @Option(
      names = "--decide-within",
      paramLabel = "SPAN",
      defaultValue = "10s",
      description = "at most so much longer, at random (default ${DEFAULT-VALUE})")
  Duration decideWithin = Duration.ZERO;

  @Option(
      names = "--username",
      paramLabel = "NAME",
      defaultValue = "alice",
      description = "who signs in (default ${DEFAULT-VALUE}, the demo's)")
  String username = "";

  @Option(
      names = "--password",
      paramLabel = "WORD",
      description =
          "with which password; better in the environment, as FLEET_PASSWORD; default: the demo's")
  @Nullable String password;

  @Option(
      names = "--browsers",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "people who decide at the same time, each with a session, at most 256 (default"
              + " ${DEFAULT-VALUE})")
  int browsers;

  @Option(
      names = "--refresh-speed",
      paramLabel = "FACTOR",
      defaultValue = "0",
      description =
          "linked devices refresh at 0.8 of the token's life on a clock so many times too fast;"
              + " 0: they do not refresh (default ${DEFAULT-VALUE})")
  double refreshSpeed;

  @Option(
      names = "--parallel-share",
      paramLabel = "0..1",
      defaultValue = "0",
      description = "of refreshes that are sent twice at once (default ${DEFAULT-VALUE})")
  double parallelShare;

  @Option(
      names = "--repeat-share",
      paramLabel = "0..1",
      defaultValue = "0",
      description =
          "of refreshes sent again with the old token, as if the answer was lost (default"
              + " ${DEFAULT-VALUE})")
  double repeatShare;
}
