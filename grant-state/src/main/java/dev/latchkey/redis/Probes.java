package dev.latchkey.redis;

import io.vertx.redis.client.Response;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Questions that hit each primary, so that one that has moved away or fallen silent is noticed. */
final class Probes {

  /** Channels that nobody publishes on, so many that each shard of a Cluster has some. */
  private static final int MOST = 64;

  private static final String PROBE = "probe:";

  private int unanswered;

  /** The channels to say goodbye to, once each; the server answers each of these. */
  Stream<String> next() {
    unanswered += MOST;
    return IntStream.range(0, MOST).mapToObj(number -> PROBE + "{" + number + "}");
  }

  /** Whether that is the answer to one. */
  boolean take(Response message) {
    var mine = message.size() > 1 && message.get(1).toString().startsWith(PROBE);
    if (mine) {
      unanswered--;
    }
    return mine;
  }

  boolean areAnswered() {
    return unanswered <= 0;
  }
}
