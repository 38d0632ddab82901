package dev.latchkey.authz.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the tables differ from a version of the file, or what it did to them: entries such as {@code
 * client living-room-tv}.
 *
 * @param stopped gone from the file; one that says {@code enabled: false} has changed
 */
public record RegistryChange(List<String> added, List<String> changed, List<String> stopped) {

  /** So many are named of each. */
  private static final int NAMED = 20;

  public RegistryChange {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    stopped = List.copyOf(stopped);
  }

  public boolean isAny() {
    return count() > 0;
  }

  /** How many entries. */
  public int count() {
    return added.size() + changed.size() + stopped.size();
  }

  RegistryChange plus(RegistryChange other) {
    return new RegistryChange(
        joined(added, other.added), joined(changed, other.changed), joined(stopped, other.stopped));
  }

  /** For people: {@code added client a; stopped client b, client c}. */
  @Override
  public String toString() {
    return Stream.of(told("added", added), told("changed", changed), told("stopped", stopped))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String told(String verb, List<String> entries) {
    if (entries.isEmpty()) {
      return "";
    }
    var named = entries.stream().limit(NAMED).collect(Collectors.joining(", "));
    var more = entries.size() - NAMED;
    return verb + " " + named + (more > 0 ? " and %d more".formatted(more) : "");
  }

  private static List<String> joined(List<String> some, List<String> others) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
