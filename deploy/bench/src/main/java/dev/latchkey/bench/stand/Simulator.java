package dev.latchkey.bench.stand;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * fleet-simulator as a process of its own: devices that keep polling, each at its own moment, with
 * latency measured from when a poll was due.
 *
 * @param java the beginning of a command line, up to the class path
 */
public record Simulator(List<String> java, Path folder, Path log) {

  private static final String MAIN = "dev.latchkey.fleet.FleetSimulator";

  /** From the first device to the last one. */
  public static final Duration RAMP = Duration.ofSeconds(10);

  /**
   * Lets so many devices ask for codes and poll, and answers the simulator's account.
   *
   * @param time of polling, after all have started
   */
  public JsonObject poll(Server authz, Server token, String client, int devices, Duration time) {
    var account = folder.resolve("simulator.json");
    var command = new ArrayList<>(java);
    command.addAll(
        List.of(
            MAIN,
            "steady",
            "--device-url",
            "http://127.0.0.1:%d/oauth/device/code".formatted(authz.port()),
            "--token-url",
            "http://127.0.0.1:%d/oauth/token".formatted(token.port()),
            "--client-id",
            client,
            "--devices",
            Integer.toString(devices),
            "--rate",
            Integer.toString(Math.max(1, devices / (int) RAMP.toSeconds())),
            "--duration",
            RAMP.plus(time).toSeconds() + "s",
            "--json",
            account.toString(),
            "--quiet"));
    try {
      Files.deleteIfExists(account);
      var output = Redirect.appendTo(log.toFile());
      var process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
      try {
        process.waitFor();
      } finally {
        process.destroy();
      }
      return new JsonObject(Files.readString(account));
    } catch (IOException e) {
      throw new UncheckedIOException("the simulator left no account; see " + log, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
