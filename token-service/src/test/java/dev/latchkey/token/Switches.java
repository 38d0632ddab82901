package dev.latchkey.token;

import static org.awaitility.Awaitility.await;

import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.oauth.switches.SwitchedOff;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredSwitches;
import java.time.Duration;

/** Throws kill switches, and waits until this replica knows. */
public record Switches(RealStores stores, KillSwitches known) {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration OFTEN = Duration.ofMillis(20);

  public void off(KillSwitch what) {
    StoredSwitches.in(stores).off(what.kind().word(), what.name());
    await().atMost(SOON).pollInterval(OFTEN).until(() -> known.active().all().contains(what));
  }

  public void release() {
    StoredSwitches.in(stores).releaseAll();
    await()
        .atMost(SOON)
        .pollInterval(OFTEN)
        .until(() -> known.active().equals(SwitchedOff.NOTHING));
  }
}
