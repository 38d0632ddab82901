package dev.latchkey.token.refresh;

import dev.latchkey.oauth.store.SingleFlight;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.device.RefreshToken;
import dev.latchkey.token.device.RefreshTokenSeal;
import dev.latchkey.token.device.Revocation;
import dev.latchkey.token.device.TokenFamilies;
import dev.latchkey.token.device.TokenFamily;
import dev.latchkey.token.revoke.Unlinking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Finds the refresh token that answers the one shown, and records what that takes. */
@ApplicationScoped
class Succession {

  /** Each reading after the first means that another request has moved the row in between. */
  private static final int MOST_READINGS = 6;

  /** How exactly the last use is known. */
  private static final Duration USE_NOTED = Duration.ofSeconds(1);

  /** Parallel refreshes of one token are one step, and one UPDATE, in this process. */
  private final SingleFlight<Step, Boolean> steps = new SingleFlight<>();

  private final TokenFamilies families;
  private final RefreshTokenSeal seal;
  private final Unlinking unlinking;
  private final Refusals refusals;
  private final Audit audit;

  Succession(
      TokenFamilies families,
      RefreshTokenSeal seal,
      Unlinking unlinking,
      Refusals refusals,
      Audit audit) {
    this.families = families;
    this.seal = seal;
    this.unlinking = unlinking;
    this.refusals = refusals;
    this.audit = audit;
  }

  /** The current token after this use; the same for all who show the same in time. */
  Uni<RefreshToken> successor(Showing showing, TokenFamily family, FamilyRules rules) {
    return successor(showing, family, rules, 1);
  }

  private Uni<RefreshToken> successor(
      Showing showing, TokenFamily family, FamilyRules rules, int readings) {
    return record(showing, family, rules)
        .flatMap(
            found ->
                found
                    .map(token -> Uni.createFrom().item(token))
                    .orElseGet(
                        () ->
                            readAgain(showing.token(), family, readings)
                                .flatMap(now -> successor(showing, now, rules, readings + 1))));
  }

  private Uni<TokenFamily> readAgain(RefreshToken shown, TokenFamily family, int readings) {
    if (readings == MOST_READINGS) {
      return Uni.createFrom()
          .failure(new StoreUnavailableException("a token family moves too often"));
    }
    var client = family.device().client();
    return families
        .read(shown.family())
        .map(found -> found.orElseThrow(() -> refusals.unknown(shown, client)))
        .invoke(
            now -> {
              if (now.revoked()) {
                throw refusals.of(Refusal.REVOKED, now);
              }
            });
  }

  /** The answer; empty if the row was not as read any more, so that nothing is recorded. */
  private Uni<Optional<RefreshToken>> record(
      Showing showing, TokenFamily family, FamilyRules rules) {
    var shown = showing.token();
    var address = showing.address();
    var current = family.current();
    return switch (Rotation.of(shown.generation(), family, rules)) {
      case SAME -> note(showing, family).map(noted -> answer(noted, current));
      case NEXT -> {
        var next = shown.next(seal.currentKid());
        yield steps
            .join(
                Step.of(family, Rotation.NEXT),
                () ->
                    families
                        .rotate(family, next, address)
                        .invoke(moved -> audit(moved, () -> audit.rotated(family.device(), next))))
            .map(moved -> answer(moved, next));
      }
      case LATE ->
          steps
              .join(
                  Step.of(family, Rotation.LATE),
                  () ->
                      families
                          .serveLate(family, address)
                          .invoke(
                              served ->
                                  audit(served, () -> audit.lateReplay(family.device(), current))))
              .map(served -> answer(served, current));
      case FORWARD ->
          families
              .moveForward(family, shown, address)
              .invoke(moved -> audit(moved, () -> audit.movedForward(family.device(), shown)))
              .map(moved -> answer(moved, shown));
      case REUSE ->
          unlinking
              .unlink(family.device(), Revocation.REUSE)
              .map(
                  revoked -> {
                    throw refusals.of(Refusal.REUSE, family);
                  });
    };
  }

  private Uni<Boolean> note(Showing showing, TokenFamily family) {
    var address = showing.address();
    if (showing.token().generation() == family.generation() && !family.currentUsed()) {
      return steps.join(
          Step.of(family, Rotation.SAME), () -> families.noteCurrent(family, address));
    }
    return family.idle().compareTo(USE_NOTED) < 0
        ? Uni.createFrom().item(true)
        : families.noteUse(family, address);
  }

  private static Optional<RefreshToken> answer(boolean recorded, RefreshToken token) {
    return recorded ? Optional.of(token) : Optional.empty();
  }

  private static void audit(boolean happened, Runnable event) {
    if (happened) {
      event.run();
    }
  }

  /** What is done once with a row: whoever finds it at this generation does the same. */
  private record Step(UUID family, long generation, Rotation rotation) {

    static Step of(TokenFamily family, Rotation rotation) {
      return new Step(family.device().id(), family.generation(), rotation);
    }
  }
}
