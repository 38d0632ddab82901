package dev.latchkey.authz.switches;

import dev.latchkey.oauth.switches.KillSwitch;
import java.util.Set;

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
}
