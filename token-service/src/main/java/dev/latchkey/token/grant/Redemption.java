package dev.latchkey.token.grant;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.CompleteOutcome;
import dev.latchkey.grant.GrantRedemption;
import dev.latchkey.grant.PollOutcome.Answered;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.oauth.action.Verdict.Allowed;
import dev.latchkey.oauth.action.Verdict.Denied;
import dev.latchkey.oauth.error.SwitchedOffException;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.oauth.switches.SwitchedOff;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.LinkedDevices;
import dev.latchkey.token.device.RefreshToken;
import dev.latchkey.token.device.RefreshTokenSeal;
import dev.latchkey.token.grant.PollAnswer.Delivered;
import dev.latchkey.token.grant.PollAnswer.Disallowed;
import dev.latchkey.token.grant.PollAnswer.Withheld;
import dev.latchkey.token.mint.TokenAudience;
import dev.latchkey.token.mint.TokenMint;
import dev.latchkey.token.mint.TokenSubject;
import dev.latchkey.token.standing.GrantStanding;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns a claimed grant into tokens, once. Whose claim is in the fence delivers, and nobody else;
 * what fails before the fence gives the claim back.
 */
@ApplicationScoped
class Redemption {

  private final GrantRedemption grants;
  private final ClaimRelease release;
  private final GrantStanding standing;
  private final RedemptionAction action;
  private final LostAnswers lostAnswers;
  private final LinkedDevices devices;
  private final TokenMint mint;
  private final RefreshTokenSeal refreshTokens;
  private final KillSwitches switches;
  private final Audit audit;

  Redemption(
      GrantRedemption grants,
      ClaimRelease release,
      GrantStanding standing,
      RedemptionAction action,
      LostAnswers lostAnswers,
      LinkedDevices devices,
      TokenMint mint,
      RefreshTokenSeal refreshTokens,
      KillSwitches switches,
      Audit audit) {
    this.grants = grants;
    this.release = release;
    this.standing = standing;
    this.action = action;
    this.lostAnswers = lostAnswers;
    this.devices = devices;
    this.mint = mint;
    this.refreshTokens = refreshTokens;
    this.switches = switches;
    this.audit = audit;
  }

  /**
   * Whoever hangs up before the fence leaves the grant to the next poll. From then on it is brought
   * to its end: a client with a proof asks again for the answer that is kept.
   */
  Uni<PollAnswer> redeem(Poll poll, Granted granted, ClaimBudget budget, BooleanSupplier hungUp) {
    if (hungUp.getAsBoolean()) {
      return tooLateForFence(granted);
    }
    var client = poll.client().id();
    // Once: what goes off from here on concerns the next request.
    var off = switches.active();
    if (off.stops(client, apiOf(granted), granted.approval().scope())) {
      // Unlike what was stopped for good: the approval holds until it is released, or runs out.
      return givenBack(granted, new SwitchedOffException());
    }
    return standing
        .holds(granted.approval().subject(), client, granted.api())
        .onFailure()
        .call(failure -> release.beforeFence(granted))
        .flatMap(
            holds ->
                holds
                    ? asAllowed(poll, granted, off, budget, hungUp)
                    : refuse(granted, client).replaceWith(Withheld.DENIED));
  }

  private Uni<PollAnswer> asAllowed(
      Poll poll, Granted granted, SwitchedOff off, ClaimBudget budget, BooleanSupplier hungUp) {
    return action
        .ask(poll, granted)
        .onFailure()
        .call(failure -> release.beforeFence(granted))
        .flatMap(
            verdict ->
                switch (verdict) {
                  case Denied(var reason) ->
                      refuse(granted, poll.client().id())
                          .replaceWith(new Disallowed(reason.description()));
                  case Allowed allowed ->
                      hungUp.getAsBoolean() || !budget.allowsFence()
                          ? tooLateForFence(granted)
                          : deliver(poll, granted, off, allowed);
                });
  }

  private Uni<?> refuse(Granted granted, ClientId client) {
    return grants
        .refuse(granted.grant(), granted.claim())
        .invoke(() -> audit.refused(granted.grant(), client, granted.approval().subject()));
  }

  private Uni<PollAnswer> tooLateForFence(Granted granted) {
    return givenBack(granted, new StoreUnavailableException("a claim came too late to its fence"));
  }

  private Uni<PollAnswer> givenBack(Granted granted, RuntimeException failure) {
    return release.beforeFence(granted).chain(done -> Uni.createFrom().failure(failure));
  }

  private Uni<PollAnswer> deliver(Poll poll, Granted granted, SwitchedOff off, Allowed allowed) {
    var device = device(poll, granted);
    var kid = refreshTokens.currentKid();
    var delivered =
        new Delivered(
            mint.mint(subject(poll, granted, device, off), allowed),
            device.refreshable() ? refreshTokens.seal(RefreshToken.first(kid, device)) : null);
    return devices
        .link(device, kid, granted.claim(), granted.released())
        .onFailure()
        .call(failure -> release.atFence(granted))
        .flatMap(
            ours ->
                ours
                    ? complete(poll, granted, delivered)
                        .invoke(done -> audit.redeemed(device))
                        .replaceWith(delivered)
                    : superseded(poll, granted));
  }

  /** Redis need not know: the fence is written, so the tokens are this caller's either way. */
  private Uni<?> complete(Poll poll, Granted granted, Delivered delivered) {
    var completed =
        poll.proof().isPresent()
            ? grants.complete(
                granted.grant(),
                granted.claim(),
                lostAnswers.keep(poll, granted.claim(), delivered))
            : grants.complete(granted.grant(), granted.claim());
    return completed
        .onFailure()
        .recoverWithItem(
            failure -> {
              Log.warnf(failure, "grant %s is redeemed, but not marked so", granted.grant());
              return CompleteOutcome.SUPERSEDED;
            });
  }

  /** Another claim has redeemed the grant; ours, if it is current, marks it so. */
  private Uni<PollAnswer> superseded(Poll poll, Granted granted) {
    return grants
        .complete(granted.grant(), granted.claim())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case COMPLETED -> itsAnswer(poll);
                  case SUPERSEDED -> Uni.createFrom().item(Withheld.PENDING);
                });
  }

  /** What the other claim has answered, if this device may still ask for it. */
  private Uni<PollAnswer> itsAnswer(Poll poll) {
    return grants
        .poll(poll.grant(), poll.client().id(), poll.proof(), Optional.empty())
        .flatMap(
            outcome ->
                outcome instanceof Answered answered
                    ? lostAnswers.repeat(poll, answered)
                    : Uni.createFrom().item(Withheld.INVALID));
  }

  private static LinkedDevice device(Poll poll, Granted granted) {
    var approval = granted.approval();
    var enrolment = approval.enrolment();
    return new LinkedDevice(
        LinkedDevice.idOf(granted.grant()),
        granted.grant(),
        approval.subject(),
        poll.client().id(),
        approval.scope(),
        apiOf(granted),
        granted.refreshable(),
        approval.authTime(),
        approval.amr(),
        approval.acr(),
        // A confidential client's refresh tokens are bound to its credentials (RFC 9449 section 5).
        poll.client().isPublic() ? poll.dpopThumbprint() : null,
        granted.device(),
        granted.address(),
        enrolment == null ? null : UUID.fromString(enrolment));
  }

  private static @Nullable String apiOf(Granted granted) {
    var api = granted.api();
    return api == null ? null : api.identifier();
  }

  private static TokenSubject subject(
      Poll poll, Granted granted, LinkedDevice device, SwitchedOff off) {
    var api = granted.api();
    return new TokenSubject(
        device.subject(),
        poll.client(),
        device.id(),
        // The device keeps all of it: the next refresh has what is released by then.
        off.left(device.scope()),
        api == null ? null : new TokenAudience(api.identifier(), api.accessTokenLifetime()),
        device.signedInAt(),
        device.amr(),
        device.acr(),
        poll.dpopThumbprint());
  }
}
