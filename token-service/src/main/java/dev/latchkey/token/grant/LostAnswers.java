package dev.latchkey.token.grant;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Handover;
import dev.latchkey.grant.PollOutcome.Answered;
import dev.latchkey.grant.Scope;
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
import java.util.Optional;

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
   * with {@link SwitchedOffException} while some of what it holds is switched off; it is not kept
   * longer for that.
   */
  Uni<PollAnswer> repeat(Poll poll, Answered answered) {
    var subject = answered.approval().subject();
    var client = poll.client().id();
    var kept = open(poll, answered);
    if (kept.isEmpty()) {
      return Uni.createFrom().item(Withheld.INVALID);
    }
    if (isOff(client, answered, kept.get().tokens().scope())) {
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
              audit.answeredAgain(answered.grant(), client, subject);
              return kept.get();
            });
  }

  /** The tokens are made already: nothing can be left out of them any more. */
  private boolean isOff(ClientId client, Answered answered, Scope held) {
    var off = switches.active();
    var api = answered.api();
    return off.touches(held) || off.stops(client, api == null ? null : api.identifier(), held);
  }

  private Uni<Boolean> isLinked(Answered answered) {
    return devices
        .find(LinkedDevice.idOf(answered.grant()))
        .map(found -> found.filter(family -> !family.revoked()).isPresent());
  }

  private static Optional<Delivered> open(Poll poll, Answered answered) {
    var text = seal(poll, answered.claim()).open(answered.sealed());
    if (text.isEmpty()) {
      Log.errorf("grant %s: the answer that was kept does not open", answered.grant());
    }
    return text.map(DeliveredText::parse);
  }

  private static HandoverSeal seal(Poll poll, ClaimId claim) {
    return new HandoverSeal(poll.code(), poll.client().id(), claim);
  }
}
