package dev.latchkey.authz.switches;

import dev.latchkey.oauth.switches.KillSwitch;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of kill switches.
 *
 * @param thrown off now, as far as whoever did it is concerned
 * @param released not off any more, unless somebody else says so
 */
public record SwitchChange(Set<KillSwitch> thrown, Set<KillSwitch> released) {

  public SwitchChange {
    thrown = Set.copyOf(thrown);
    released = Set.copyOf(released);
  }

  public boolean isAny() {
    return !thrown.isEmpty() || !released.isEmpty();
  }

  /** For people: {@code thrown [client a], released [scope b]}. */
  @Override
  public String toString() {
    return "thrown %s, released %s".formatted(new TreeSet<>(thrown), new TreeSet<>(released));
  }
}
