package dev.latchkey.bench.load;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of an order.
 *
 * @param answers how many of each kind: the status, and the OAuth error if there was one
 * @param seconds from the first request to the last answer
 */
public record Outcome(Map<String, Long> answers, double seconds, Latencies latencies) {

  public Outcome {
    answers = Map.copyOf(answers);
  }

  public long requests() {
    return answers.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Of one kind. */
  public long count(String answer) {
    return answers.getOrDefault(answer, 0L);
  }

  String toLine() {
    var counts = new JsonObject();
    answers.forEach(counts::put);
    return new JsonObject()
        .put("answers", counts)
        .put("seconds", seconds)
        .put("p50", latencies.p50())
        .put("p99", latencies.p99())
        .put("p999", latencies.p999())
        .encode();
  }

  static Outcome ofLine(String line) {
    var json = new JsonObject(line);
    var answers = new TreeMap<String, Long>();
    json.getJsonObject("answers")
        .forEach(answer -> answers.put(answer.getKey(), ((Number) answer.getValue()).longValue()));
    var latencies =
        new Latencies(json.getDouble("p50"), json.getDouble("p99"), json.getDouble("p999"));
    return new Outcome(answers, json.getDouble("seconds"), latencies);
  }
}
