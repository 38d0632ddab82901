package dev.latchkey.bench.measure;

import io.vertx.core.json.JsonObject;

/**
 * How long devices wait for the answer to a poll, from the moment at which they wanted to send it.
 *
 * @param share of the server's capacity
 * @param perSecond polls that were due
 * @param busy share of all cores, the simulator's included
 */
public record Latency(
    double share,
    double perSecond,
    double p50Millis,
    double p99Millis,
    double p999Millis,
    double busy) {

  private static final String STEADY = "steady";
  private static final String POLL = "poll";

  /**
   * Reads the simulator's account: polls, once all devices have started.
   *
   * @throws IllegalStateException if it has none
   */
  static Latency of(JsonObject account, double share, double busy) {
    var row =
        account.getJsonArray("measured").stream()
            .map(JsonObject.class::cast)
            .filter(each -> STEADY.equals(each.getString("phase")))
            .filter(each -> POLL.equals(each.getString("request")))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no device has polled"));
    var latency = row.getJsonObject("latency");
    return new Latency(
        share,
        row.getDouble("per_second"),
        latency.getDouble("p50"),
        latency.getDouble("p99"),
        latency.getDouble("p99.9"),
        busy);
  }
}
