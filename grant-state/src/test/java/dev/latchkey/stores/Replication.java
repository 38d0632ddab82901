package dev.latchkey.stores;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** What a primary says of its replicas. */
final class Replication {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String OFFSET = "master_repl_offset:";
  private static final Pattern REPLICA =
      Pattern.compile("slave\\d:.*,port=(\\d+),.*,offset=(\\d+),.*");

  private Replication() {}

  /** Waits until each replica has all that the primary has now. */
  static void await(RedisProcess primary) {
    var written =
        info(primary).stream()
            .filter(line -> line.startsWith(OFFSET))
            .mapToLong(line -> Long.parseLong(line.substring(OFFSET.length())))
            .findFirst()
            .orElseThrow();
    Awaitility.await("the replicas have " + written + " bytes")
        .atMost(PATIENCE)
        .until(() -> acknowledged(primary) >= written);
  }

  /** The port at which the primary has its first replica. */
  static int firstReplica(RedisProcess primary) {
    return replicas(primary, 1).mapToInt(Long::intValue).findFirst().orElseThrow();
  }

  private static long acknowledged(RedisProcess primary) {
    return replicas(primary, 2).mapToLong(Long::longValue).min().orElse(0);
  }

  private static Stream<Long> replicas(RedisProcess primary, int group) {
    return info(primary).stream()
        .map(REPLICA::matcher)
        .filter(matcher -> matcher.matches())
        .map(replica -> Long.parseLong(replica.group(group)));
  }

  static List<String> info(RedisProcess server) {
    return String.valueOf(server.execute("INFO", "replication")).lines().toList();
  }
}
