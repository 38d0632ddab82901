package dev.latchkey.chaos.fault;

import dev.latchkey.chaos.stand.Line;
import dev.latchkey.chaos.stand.Stand;
import dev.latchkey.chaos.stand.Weather;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The network is slow, cuts answers off, or loses connections without a word. */
final class LineFaults {

  private static final Duration WHILE = Duration.ofSeconds(3);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** A connection on which nothing comes is closed after 10 s (Redis) or 20 s (PostgreSQL). */
  private static final Duration SILENCE_LIMIT = Duration.ofSeconds(25);

  /** Until then a request may be given one of those connections. */
  private static final Duration SILENCE_SMOULDERS = Duration.ofSeconds(21);

  private final Stand stand;

  LineFaults(Stand stand) {
    this.stand = stand;
  }

  Fault slow() {
    var all =
        Stream.of(stand.toServices(), stand.toRedis(), database()).flatMap(List::stream).toList();
    return weather("300 ms more for each exchange", all, Weather.SLOW, LIMIT);
  }

  Fault cutServices() {
    return weather("cut off answers of services", stand.toServices(), Weather.CUTTING, LIMIT);
  }

  Fault cutRedis() {
    return weather("cut off answers of Redis", stand.toRedis(), Weather.CUTTING, LIMIT);
  }

  Fault cutPostgres() {
    return weather("cut off answers of PostgreSQL", database(), Weather.CUTTING, LIMIT);
  }

  Fault silenceRedis() {
    return weather(
            "connections to Redis dead in silence", stand.toRedis(), Weather.SILENT, SILENCE_LIMIT)
        .smouldering(SILENCE_SMOULDERS);
  }

  Fault silencePostgres() {
    return weather(
            "connections to PostgreSQL dead in silence", database(), Weather.SILENT, SILENCE_LIMIT)
        .smouldering(SILENCE_SMOULDERS);
  }

  private List<Line> database() {
    return List.of(stand.toDatabase());
  }

  private Fault weather(String name, List<Line> lines, Weather weather, Duration limit) {
    return Fault.lasting(
        name,
        WHILE,
        limit,
        () -> {
          lines.forEach(line -> line.set(weather));
          return this::clear;
        });
  }

  /**
   * Nothing is left of it when replicas are heard of again: they may have been on dead lines too.
   */
  private void clear() {
    stand.clearLines();
    stand.redis().awaitReplication();
  }
}
