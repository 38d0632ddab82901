package dev.latchkey.bench;

import dev.latchkey.bench.measure.Findings;
import dev.latchkey.bench.measure.Grants;
import dev.latchkey.bench.measure.Growth;
import dev.latchkey.bench.measure.Latency;
import dev.latchkey.bench.measure.Meter;
import dev.latchkey.bench.measure.Rounds;
import dev.latchkey.bench.measure.Sample;
import dev.latchkey.bench.measure.Series;
import dev.latchkey.bench.measure.StartClock;
import dev.latchkey.bench.measure.Starts;
import dev.latchkey.bench.measure.Subject;
import dev.latchkey.bench.measure.Waits;
import dev.latchkey.bench.measure.Works;
import dev.latchkey.bench.proc.Machine;
import dev.latchkey.bench.stand.RedisAccess;
import dev.latchkey.bench.stand.Servers;
import dev.latchkey.bench.stand.Stand;
import dev.latchkey.local.Part;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which things are measured, on a stand that runs. */
final class Course {

  /** Enough to load what a request needs. */
  private static final int TRAINING = 500;

  private static final int PAGES = 20;

  private final Stand stand;
  private final BenchOptions options;
  private final Progress progress;
  private final RedisAccess redis;
  private final Servers servers;
  private final Rounds rounds;
  private final Grants grants;

  Course(Stand stand, BenchOptions options, Progress progress) {
    this.stand = stand;
    this.options = options;
    this.progress = progress;
    redis = stand.redis();
    servers = stand.servers(redis);
    var meter = new Meter(stand.load(), stand.store(Part.REDIS), stand.store(Part.POSTGRES));
    rounds = new Rounds(meter, progress);
    grants =
        new Grants(meter, servers, redis, stand.database(), stand.scratch(), options.connections());
  }

  /** Only what some kinds of work cost. */
  Map<Subject, Series> costs(Set<Subject> wanted) {
    var works =
        new Works(
                servers,
                grants,
                stand.database(),
                progress,
                options.pending(),
                options.devices(),
                options.time())
            .of(wanted);
    rounds.warmUp(works, options.warmUp());
    return rounds.measure(works, options.rounds());
  }

  Findings everything() {
    train();
    var series = costs(EnumSet.allOf(Subject.class));
    var memory = memory();
    var waits = waits(series);
    var growth =
        new Growth(rounds, grants, redis, servers, progress)
            .measure(options.steps(), Works.SCOPE, options.time(), options.rounds());
    var starts = new Starts(servers, grants, progress).measure(Works.SCOPE, options.starts());
    return new Findings(
        Machine.here(), software(), course(), series, starts, memory, waits, growth);
  }

  private List<Latency> waits(Map<Subject, Series> series) {
    var simulator = stand.simulator();
    if (simulator.isEmpty()) {
      progress.say("no latencies: fleet-simulator is not built");
      return List.of();
    }
    var capacity = Rounds.take(series, Subject.POLL).spread(Sample::rate).median();
    return new Waits(simulator.get(), servers, progress).measure(capacity, options.time());
  }

  /** As images do, services start with a cache of their classes. */
  private void train() {
    progress.say("making the caches that the services start with");
    var codes = grants.pending("training", TRAINING, Works.SCOPE);
    stand.train(Part.DEVICE_AUTHZ, () -> grants.pending("training.more", TRAINING, Works.SCOPE));
    stand.train(
        Part.TOKEN,
        () ->
            rounds
                .meter()
                .measure(servers.token(), grants.poll(servers.token(), codes).requests(TRAINING)));
    stand.train(
        Part.VERIFICATION_UI, () -> StartClock.get("/device").repeat(servers.pages(), PAGES));
  }

  private Map<String, Long> memory() {
    var memory = new LinkedHashMap<String, Long>();
    servers.all().forEach(server -> memory.put(server.title(), server.process().residentBytes()));
    return memory;
  }

  private Map<String, String> software() {
    var software = new LinkedHashMap<String, String>();
    software.put("JDK", Runtime.version().toString());
    software.put("Quarkus", stand.quarkus());
    software.put("Redis", redis.version());
    software.put("PostgreSQL", stand.database().version());
    return software;
  }

  private Map<String, String> course() {
    var course = new LinkedHashMap<String, String>();
    course.put("JVM flags", options.jvm());
    course.put("rounds", Integer.toString(options.rounds()));
    course.put("starts of each", Integer.toString(options.starts()));
    course.put("warm-up of each", options.warmUp().toSeconds() + " s");
    course.put("each turn", options.time().toSeconds() + " s");
    course.put("connections", Integer.toString(options.connections()));
    course.put("pending grants polled", "%,d".formatted(options.pending()));
    course.put("devices refreshed", "%,d".formatted(options.devices()));
    return course;
  }
}
