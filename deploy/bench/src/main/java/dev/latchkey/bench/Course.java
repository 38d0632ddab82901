package dev.latchkey.bench;

import dev.latchkey.bench.measure.Findings;
import dev.latchkey.bench.measure.Grants;
import dev.latchkey.bench.measure.Growth;
import dev.latchkey.bench.measure.Meter;
import dev.latchkey.bench.measure.Rounds;
import dev.latchkey.bench.measure.Sample;
import dev.latchkey.bench.measure.Spread;
import dev.latchkey.bench.measure.StartClock;
import dev.latchkey.bench.measure.Subject;
import dev.latchkey.bench.measure.Waits;
import dev.latchkey.bench.measure.Work;
import dev.latchkey.bench.proc.Machine;
import dev.latchkey.bench.stand.Database;
import dev.latchkey.bench.stand.RedisAccess;
import dev.latchkey.bench.stand.Server;
import dev.latchkey.bench.stand.Simulator;
import dev.latchkey.bench.stand.Stand;
import dev.latchkey.local.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order in which things are measured, on a stand that runs. */
final class Course {

  private static final String SCOPE = "watch offline_access";
  private static final String SCOPE_WITH_ID_TOKEN = "openid watch offline_access";

  private final BenchOptions options;
  private final Progress progress;
  private final Server authz;
  private final Server token;
  private final Server pages;
  private final Server bareVertx;
  private final Server bareRest;
  private final RedisAccess redis;
  private final Database database;
  private final Simulator simulator;
  private final String quarkus;
  private final Rounds rounds;
  private final Grants grants;

  Course(Stand stand, BenchOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
    authz = stand.service(Part.DEVICE_AUTHZ);
    token = stand.service(Part.TOKEN);
    pages = stand.service(Part.VERIFICATION_UI);
    redis = stand.redis();
    database = stand.database();
    simulator = stand.simulator();
    quarkus = stand.quarkus();
    var script = stand.script(redis);
    bareVertx = stand.bareVertx(script);
    bareRest = stand.bareRest(script);
    var meter = new Meter(stand.load(), stand.store(Part.REDIS), stand.store(Part.POSTGRES));
    rounds = new Rounds(meter, progress);
    grants =
        new Grants(meter, authz, token, redis, database, stand.scratch(), options.connections());
  }

  Findings run() {
    progress.say("%,d grants to poll".formatted(options.pending()));
    var codes = grants.pending("codes", options.pending(), SCOPE);
    grants.withoutPace(codes);
    var works = works(codes, grants.ids(codes));
    rounds.warmUp(works, options.warmUp());
    var series = rounds.measure(works, options.rounds());
    var memory = memory();
    var capacity = Rounds.take(series, Subject.POLL).spread(Sample::rate).median();
    var waits = new Waits(simulator, authz, token, progress).measure(capacity, options.time());
    var growth =
        new Growth(rounds, grants, redis, bareVertx, progress)
            .measure(options.steps(), SCOPE, options.time(), options.rounds());
    var starts = starts();
    return new Findings(
        Machine.here(), software(), course(), series, starts, memory, waits, growth);
  }

  private Map<Subject, Work> works(Path codes, Path ids) {
    progress.say("%,d devices to refresh, twice".formatted(options.devices()));
    var tokens = grants.linked("tokens", options.devices(), SCOPE);
    var withIdToken = grants.linked("tokens-id", options.devices(), SCOPE_WITH_ID_TOKEN);
    Runnable ready = () -> {};
    var works = new LinkedHashMap<Subject, Work>();
    works.put(Subject.BARE_VERTX, polling(bareVertx, ids));
    works.put(Subject.POLL, polling(token, codes));
    works.put(Subject.BARE_REST, polling(bareRest, ids));
    works.put(
        Subject.ISSUE,
        new Work(authz, grants.ask(SCOPE).time(options.time()), Grants.ISSUED, ready));
    works.put(
        Subject.REFRESH,
        new Work(token, grants.refresh(tokens), Grants.ISSUED, database::letAnHourPass));
    works.put(
        Subject.REFRESH_WITH_ID_TOKEN,
        new Work(token, grants.refresh(withIdToken), Grants.ISSUED, database::letAnHourPass));
    return works;
  }

  private Work polling(Server server, Path codes) {
    return new Work(
        server, grants.poll(server, codes).time(options.time()), Grants.PENDING, () -> {});
  }

  private Map<String, Long> memory() {
    var memory = new LinkedHashMap<String, Long>();
    for (var server : List.of(token, authz, pages, bareRest, bareVertx)) {
      memory.put(server.title(), server.process().residentBytes());
    }
    return memory;
  }

  /** One after the other, so that each starts on an idle machine with its stores up. */
  private Map<String, Spread> starts() {
    // Nobody's code: client and grant are looked for before it is refused.
    var poll = StartClock.post("/oauth/token", grants.pollForm() + "none");
    var clocks = new LinkedHashMap<Server, StartClock>();
    clocks.put(token, poll);
    clocks.put(authz, StartClock.post("/oauth/device/code", grants.ask(SCOPE).prefix()));
    clocks.put(pages, StartClock.get("/device"));
    clocks.put(bareRest, poll);
    clocks.put(bareVertx, poll);
    var seconds = new LinkedHashMap<String, List<Double>>();
    for (var round = 1; round <= options.rounds(); round++) {
      clocks.forEach(
          (server, clock) -> {
            var took = clock.measure(server);
            progress.say("%s answers after %.2f s".formatted(server.title(), took));
            seconds.computeIfAbsent(server.title(), title -> new ArrayList<>()).add(took);
          });
    }
    var starts = new LinkedHashMap<String, Spread>();
    seconds.forEach((title, all) -> starts.put(title, Spread.of(all)));
    return starts;
  }

  private Map<String, String> software() {
    var software = new LinkedHashMap<String, String>();
    software.put("JDK", Runtime.version().toString());
    software.put("Quarkus", quarkus);
    software.put("Redis", redis.version());
    software.put("PostgreSQL", database.version());
    return software;
  }

  private Map<String, String> course() {
    var course = new LinkedHashMap<String, String>();
    course.put("JVM flags", options.jvm());
    course.put("rounds", Integer.toString(options.rounds()));
    course.put("warm-up of each", options.warmUp().toSeconds() + " s");
    course.put("each turn", options.time().toSeconds() + " s");
    course.put("connections", Integer.toString(options.connections()));
    course.put("pending grants polled", "%,d".formatted(options.pending()));
    course.put("devices refreshed", "%,d".formatted(options.devices()));
    return course;
  }
}
