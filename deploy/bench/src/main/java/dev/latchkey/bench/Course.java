package dev.latchkey.bench;

import dev.latchkey.bench.measure.Findings;
import dev.latchkey.bench.measure.Grants;
import dev.latchkey.bench.measure.Growth;
import dev.latchkey.bench.measure.Meter;
import dev.latchkey.bench.measure.Rounds;
import dev.latchkey.bench.measure.Series;
import dev.latchkey.bench.measure.StartClock;
import dev.latchkey.bench.measure.Starts;
import dev.latchkey.bench.measure.Subject;
import dev.latchkey.bench.measure.Waits;
import dev.latchkey.bench.measure.Work;
import dev.latchkey.bench.measure.Works;
import dev.latchkey.bench.proc.Machine;
import dev.latchkey.bench.stand.RedisAccess;
import dev.latchkey.bench.stand.Servers;
import dev.latchkey.bench.stand.Stand;
import dev.latchkey.local.Part;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The order in which things are measured, on a stand that runs. */
final class Course {

  /** Enough to load what a request needs. */
  private static final int TRAINING = 500;

  private static final int PAGES = 20;

  /** Longer than the JVMs' {@code TrimNativeHeapInterval}. */
  private static final Duration SETTLED = Duration.ofSeconds(15);

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
    var meter = new Meter(stand.load(), stand.store(Part.REDIS), stand.store(Part.POSTGRES), redis);
    rounds = new Rounds(meter, progress);
    grants =
        new Grants(meter, servers, redis, stand.database(), stand.scratch(), options.connections());
  }

  /** Only what some kinds of work cost. */
  Map<Subject, Series> costs(Set<Subject> wanted) {
    return costs(works(wanted));
  }

  Findings everything() {
    train();
    var works = works(EnumSet.allOf(Subject.class));
    var series = costs(works);
    var waits = new Waits(rounds).measure(works, series, options.time(), options.rounds());
    var memory = memory();
    var growth =
        new Growth(rounds, grants, redis, servers, progress)
            .measure(options.steps(), Works.SCOPE, options.time(), options.rounds());
    var starts = new Starts(servers, grants, progress).measure(Works.SCOPE, options.starts());
    return new Findings(
        Machine.here(), software(), course(), series, starts, memory, waits, growth);
  }

  private Map<Subject, Work> works(Set<Subject> wanted) {
    return new Works(
            servers,
            grants,
            stand.database(),
            progress,
            options.pending(),
            options.devices(),
            options.time())
        .of(wanted);
  }

  private Map<Subject, Series> costs(Map<Subject, Work> works) {
    rounds.warmUp(works, options.warmUp());
    return rounds.measure(works, options.rounds());
  }

  /** As images do, services start with a cache of their classes. */
  private void train() {
    progress.say("making the caches that the services start with");
    var codes = grants.pending("training", TRAINING, Works.SCOPE);
    stand.train(Part.DEVICE_AUTHZ, () -> grants.pending("training.more", TRAINING, Works.SCOPE));
    stand.train(
        Part.TOKEN,
        () -> rounds.meter().run(grants.poll(servers.token(), codes).requests(TRAINING)));
    stand.train(
        Part.VERIFICATION_UI, () -> StartClock.get("/device").repeat(servers.pages(), PAGES));
  }

  /** What is resident when the load is over, and what it needed for a moment was given back. */
  private Map<String, Long> memory() {
    progress.say("waiting %d s: memory after load".formatted(SETTLED.toSeconds()));
    LockSupport.parkNanos(SETTLED.toNanos());
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
