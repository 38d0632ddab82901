package dev.latchkey.bench.measure;

import dev.latchkey.bench.Progress;
import dev.latchkey.bench.stand.RedisAccess;
import dev.latchkey.bench.stand.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

/** The same work while more and more grants are pending: its cost should not notice. */
public record Growth(
    Rounds rounds, Grants grants, RedisAccess redis, Servers servers, Progress progress) {

  /** A short fill takes too few of the clock's ticks to be measured by. */
  private static final long ENOUGH_TO_MEASURE = 5_000;

  /**
   * With so many grants pending.
   *
   * @param issue what it cost to come here from the point before; empty if that was too few
   * @param bytes of Redis's memory for each of them
   */
  public record Point(
      long pending, Series poll, Series bareVertx, List<Sample> issue, double bytes) {

    /**
     * What a poll costs, in polls of the bare server: the machine may change its speed meanwhile.
     */
    public double pollInBarePolls() {
      return poll.times(bareVertx).median();
    }

    /** What a code cost on the way here, in polls of right after it. */
    public OptionalDouble issueInBarePolls() {
      return issue.stream()
          .mapToDouble(sample -> sample.cost() / bareVertx.cost().median())
          .findFirst();
    }
  }

  /** Empties Redis, fills it step by step, and polls all of it at each step. */
  public List<Point> measure(List<Long> steps, String scope, Duration time, int times) {
    redis.empty();
    var empty = redis.usedBytes();
    var all = grants.scratch().resolve("growth");
    delete(all);
    var points = new ArrayList<Point>();
    var reached = 0L;
    for (var pending : steps) {
      var more = grants.scratch().resolve("growth.more");
      var fill = grants.ask(scope).requests(pending - reached).keeping("device_code", more);
      var sample = rounds.meter().measure(List.of(servers.authz()), fill);
      var bytes = (double) (redis.usedBytes() - empty) / pending;
      progress.sample("%,d pending".formatted(pending), Subject.ISSUE.title(), sample);
      grants.withoutPace(more);
      var codes = Grants.together(all, more);
      var works = new LinkedHashMap<Subject, Work>();
      works.put(Subject.BARE_VERTX, grants.polling(servers.bareVertx(), grants.ids(codes), time));
      works.put(Subject.POLL, grants.polling(servers.token(), codes, time));
      var series = rounds.measure(works, times);
      var isEnough = pending - reached >= ENOUGH_TO_MEASURE;
      points.add(
          new Point(
              pending,
              Rounds.take(series, Subject.POLL),
              Rounds.take(series, Subject.BARE_VERTX),
              isEnough ? List.of(sample) : List.of(),
              bytes));
      reached = pending;
    }
    return List.copyOf(points);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
