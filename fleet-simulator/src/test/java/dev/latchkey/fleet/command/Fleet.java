package dev.latchkey.fleet.command;

import dev.latchkey.fleet.FakeServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a whole command against a fake server, and reads what it wrote. */
final class Fleet {

  private final TestSurroundings surroundings = new TestSurroundings(Optional.empty());
  private final Path folder;

  Fleet(Path folder) {
    this.folder = folder;
  }

  /** What came of it. */
  record Outcome(int code, JsonObject json, String html, String text, String complaints) {

    /** All answers to that kind of request with that code, over all phases. */
    long answers(String request, String code) {
      return rows(request).stream()
          .flatMap(row -> row.getJsonArray("answers").stream().map(JsonObject.class::cast))
          .filter(answer -> answer.getString("code").equals(code))
          .mapToLong(answer -> answer.getLong("count"))
          .sum();
    }

    List<JsonObject> rows(String request) {
      return json.getJsonArray("measured").stream()
          .map(JsonObject.class::cast)
          .filter(row -> row.getString("request").equals(request))
          .toList();
    }

    Set<String> surprises() {
      return json.getJsonObject("surprises").fieldNames();
    }

    /** How often something was remarked that begins so. */
    long remarks(String beginning) {
      var remarks = json.getJsonObject("remarks");
      return remarks.fieldNames().stream()
          .filter(remark -> remark.startsWith(beginning))
          .mapToLong(remarks::getLong)
          .sum();
    }

    long ended(String how) {
      return json.getJsonObject("endings").getLong(how, 0L);
    }
  }

  TestSurroundings surroundings() {
    return surroundings;
  }

  /** Presses Ctrl-C when that endpoint was asked so often; as long as that may take. */
  Fleet until(FakeServer server, String path, int times) {
    var left = new AtomicInteger(times);
    var instead = server.instead;
    server.instead =
        question -> {
          if (question.asked().path().equals(path) && left.decrementAndGet() == 0) {
            surroundings.pressControlC();
          }
          return instead.test(question);
        };
    return this;
  }

  Outcome run(FakeServer server, String scenario, String... options) {
    var all = new ArrayList<>(List.of(scenario, "--client-id", "tv"));
    all.add("--rehearse=0s");
    all.addAll(List.of("--device-url", server.at("/device/code").toString()));
    all.addAll(List.of("--token-url", server.at("/token").toString()));
    all.addAll(List.of("--json", folder.resolve("run.json").toString()));
    all.addAll(List.of("--html", folder.resolve("run.html").toString()));
    all.addAll(List.of(options));
    var code = execute(all.toArray(String[]::new));
    return new Outcome(
        code,
        new JsonObject(read("run.json")),
        read("run.html"),
        surroundings.said(),
        surroundings.complained());
  }

  int execute(String... arguments) {
    return CommandLines.with(surroundings)
        .setErr(new PrintWriter(surroundings.err(), true))
        .setOut(new PrintWriter(surroundings.out(), true))
        .execute(arguments);
  }

  private String read(String file) {
    try {
      var path = folder.resolve(file);
      return Files.exists(path) ? Files.readString(path) : "{}";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
