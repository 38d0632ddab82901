package dev.latchkey.ui.limit;

import dev.latchkey.grant.UserCode;
import dev.latchkey.grant.UserCodeFormat.CharacterSet;
import dev.latchkey.limit.AlarmState.Ringing;
import dev.latchkey.limit.Alarms;
import dev.latchkey.live.CodeSpace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether so many codes of a kind are live that a guess would be too good (ADR 18). Whoever issues
 * codes raises the alarm; only codes of digits have one, the others grow instead.
 */
@ApplicationScoped
class CrowdedCodes {

  private final Alarms alarms;

  CrowdedCodes(Alarms alarms) {
    this.alarms = alarms;
  }

  Uni<Boolean> include(UserCode code) {
    return CodeSpace.of(code)
        .filter(space -> space.characterSet() == CharacterSet.DIGITS)
        .map(space -> alarms.look(space.alarm()).map(Ringing.class::isInstance))
        .orElseGet(() -> Uni.createFrom().item(false));
  }
}
