package dev.latchkey.fleet.report;

import java.net.URI;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report says of the run's circumstances.
 *
 * @param server the token endpoint
 * @param options as given and by default, without secrets
 */
public record About(URI server, SortedMap<String, String> options) {

  public About {
    options = new TreeMap<>(options);
  }
}
