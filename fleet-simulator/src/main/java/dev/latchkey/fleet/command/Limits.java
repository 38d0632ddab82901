package dev.latchkey.fleet.command;

import java.net.URI;
import java.time.Duration;

/** What an option may be at most, and at least. */
final class Limits {

  static final int DEVICES = 1_000_000;
  static final int RATE = 50_000;
  static final int THREADS = 64;
  static final int CONNECTIONS = 60_000;
  static final int BROWSERS = 256;
  static final int ADDRESSES = 131_072;
  static final int HIGHEST_PORT = 65_535;
  static final Duration DURATION = Duration.ofHours(6);
  static final Duration REHEARSAL = Duration.ofSeconds(60);
  static final Duration WAIT = Duration.ofSeconds(60);

  private Limits() {}

  static void between(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new UsageException("%s must be from %,.0f to %,.0f".formatted(option, least, most));
    }
  }

  static void share(String option, double value) {
    between(option, value, 0, 1);
  }

  static void span(String option, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new UsageException(
          "%s must be from %s to %s".formatted(option, words(least), words(most)));
    }
  }

  private static String words(Duration span) {
    return span.toMillisPart() == 0 ? span.toSeconds() + " s" : span.toMillis() + " ms";
  }

  static URI address(String option, URI value) {
    var scheme = value.getScheme();
    if (value.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new UsageException(option + " must be an address with http or https, and a host");
    }
    if (value.getPort() > HIGHEST_PORT) {
      throw new UsageException(option + " has no such port: " + value.getPort());
    }
    if (value.getUserInfo() != null || value.getFragment() != null) {
      throw new UsageException(option + " must not have a user or a fragment in it");
    }
    return value;
  }
}
