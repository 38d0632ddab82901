package dev.latchkey.fleet.report;

import dev.latchkey.fleet.run.Result;
import dev.latchkey.fleet.statistics.Latencies;
import dev.latchkey.fleet.statistics.Second;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.OptionalDouble;

/** The run for programs. Times are milliseconds unless the name says seconds. */
public final class JsonReport {

  /** Changes when a member changes its meaning or goes. */
  private static final int FORMAT = 2;

  private JsonReport() {}

  public static JsonObject of(Result result, About about) {
    return new JsonObject()
        .put("format", FORMAT)
        .put("scenario", result.plan().scenario().label())
        .put("server", about.server().toString())
        .put("began", result.began().toString())
        .put("duration_seconds", result.end() / 1e9)
        .put("interrupted", result.interrupted())
        .put("devices", result.plan().devices())
        .put("seed", result.plan().seed())
        .put("options", counted(about.options()))
        .put("measured", measured(result))
        .put("endings", endings(result))
        .put("remarks", counted(result.ledger().remarks()))
        .put("surprises", counted(result.ledger().surprises()))
        .put("seconds", seconds(result));
  }

  private static JsonArray measured(Result result) {
    var rows = new JsonArray();
    for (var row : Row.of(result)) {
      var answers = new JsonArray();
      row.cell()
          .outcomes()
          .forEach(
              (outcome, times) ->
                  answers.add(
                      new JsonObject()
                          .put("status", outcome.status())
                          .put("code", outcome.code())
                          .put("count", times)));
      rows.add(
          new JsonObject()
              .put("phase", row.phase())
              .put("request", row.kind().label())
              .put("count", row.cell().count())
              .put("per_second", row.perSecond())
              .put("latency", times(row.cell().latency()))
              .put("service", times(row.cell().service()))
              .put("answers", answers));
    }
    return rows;
  }

  /** Without members if nothing had a time. */
  private static JsonObject times(Latencies latencies) {
    var times = new JsonObject();
    put(times, "p50", latencies.percentile(50));
    put(times, "p90", latencies.percentile(90));
    put(times, "p99", latencies.percentile(99));
    put(times, "p99.9", latencies.percentile(99.9));
    put(times, "max", latencies.max());
    return times;
  }

  private static void put(JsonObject times, String name, OptionalDouble millis) {
    millis.ifPresent(value -> times.put(name, value));
  }

  private static JsonObject endings(Result result) {
    var all = new JsonObject();
    result.endings().forEach((ending, times) -> all.put(ending.words(), times));
    return all;
  }

  private static JsonObject counted(Map<String, ?> map) {
    var all = new JsonObject();
    map.forEach(all::put);
    return all;
  }

  private static JsonArray seconds(Result result) {
    var all = new JsonArray();
    result.seconds().forEach(second -> all.add(second(second)));
    return all;
  }

  private static JsonObject second(Second second) {
    var answered = new JsonObject();
    second.answered().forEach((kind, times) -> answered.put(kind.label(), times));
    var json =
        new JsonObject()
            .put("at", second.at())
            .put("answered", answered)
            .put("failed", second.failed());
    put(json, "p50", second.p50());
    put(json, "p99", second.p99());
    put(json, "max", second.max());
    var census = second.census();
    return json.put("off", census.off())
        .put("starting", census.starting())
        .put("polling", census.polling())
        .put("linked", census.linked())
        .put("ended", census.ended())
        .put("in_flight", census.inFlight())
        .put("queued", census.queued());
  }
}
