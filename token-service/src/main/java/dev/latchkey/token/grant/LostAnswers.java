package dev.latchkey.token.grant;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Handover;
import dev.latchkey.grant.PollOutcome.Answered;
import dev.latchkey.oauth.error.SwitchedOffException;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.LinkedDevices;
import dev.latchkey.token.grant.PollAnswer.Delivered;
import dev.latchkey.token.grant.PollAnswer.Withheld;
import dev.latchkey.token.standing.GrantStanding;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Answers that may be lost on their way: kept for 30 s for a device that has a proof, and asks
 * again with it (DESIGN section 2).
 */
@ApplicationScoped
class LostAnswers {

  private final GrantStanding standing;
  private final LinkedDevices devices;
  private final KillSwitches switches;
  private final Audit audit;

  LostAnswers(GrantStanding standing, LinkedDevices devices, KillSwitches switches, Audit audit) {
    this.standing = standing;
    this.devices = devices;
    this.switches = switches;
    this.audit = audit;
  }

  /** What to keep of an answer. */
  Handover keep(Poll poll, ClaimId claim, Delivered delivered) {
    return new Handover(seal(poll, claim).seal(DeliveredText.of(delivered)), poll.dpopThumbprint());
  }

  /**
   * The same answer again, unless account, client, API or the device were stopped in between. Fails
   * with {@link SwitchedOffException} while some of what it holds is switched off.
   */
  Uni<PollAnswer> repeat(Poll poll, Answered answered) {
    var subject = answered.approval().subject();
    var client = poll.client().id();
    if (isOff(client, answered)) {
      return Uni.createFrom().failure(new SwitchedOffException());
    }
    return standing
        .holds(subject, client, answered.api())
        .flatMap(holds -> holds ? isLinked(answered) : Uni.createFrom().item(false))
        .map(
            holds -> {
              if (!holds) {
                audit.refused(answered.grant(), client, subject);
                return Withheld.DENIED;
              }
              return open(poll, answered);
            });
  }

  /** The tokens are made already: nothing can be left out of them any more. */
  private boolean isOff(ClientId client, Answered answered) {
    var scope = answered.approval().scope();
    var api = answered.api();
    return switches.touch(scope)
        || switches.stop(client, api == null ? null : api.identifier(), scope);
  }

  private Uni<Boolean> isLinked(Answered answered) {
    return devices
        .find(LinkedDevice.idOf(answered.grant()))
        .map(found -> found.filter(family -> !family.revoked()).isPresent());
  }

  private PollAnswer open(Poll poll, Answered answered) {
    var text = seal(poll, answered.claim()).open(answered.sealed());
    if (text.isEmpty()) {
      Log.errorf("grant %s: the answer that was kept does not open", answered.grant());
      return Withheld.INVALID;
    }
    audit.answeredAgain(answered.grant(), poll.client().id(), answered.approval().subject());
    return DeliveredText.parse(text.get());
  }

  private static HandoverSeal seal(Poll poll, ClaimId claim) {
    return new HandoverSeal(poll.code(), poll.client().id(), claim);
  }
}
