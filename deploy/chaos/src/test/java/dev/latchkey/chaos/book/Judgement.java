package dev.latchkey.chaos.book;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges accounts when all is over.
 *
 * @param fences what PostgreSQL says, by grant
 * @param unacknowledged grants whose decision fewer replicas had than asked for, as the pages' log
 *     says
 */
public record Judgement(Map<String, Fence> fences, Set<String> unacknowledged) {

  public Judgement {
    fences = Map.copyOf(fences);
    unacknowledged = Set.copyOf(unacknowledged);
  }

  /** What the grant comes to. */
  public Entry of(Account account) {
    var fence = fences.get(account.grant());
    if (account.deliveries().size() > 1
        || (account.proof() == Proof.NONE && account.timesDelivered() > 1)) {
      return Entry.DOUBLED;
    }
    if (fence != null && account.wish() == Wish.DENY) {
      return Entry.TURNED_ROUND;
    }
    if (account.end() == End.DENIED && account.wish() == Wish.APPROVE) {
      return Entry.TURNED_ROUND;
    }
    if (fence != null && account.end() != End.LINKED) {
      return taken(account);
    }
    return switch (account.end()) {
      case LINKED -> linked(account, fence);
      case DENIED -> Entry.DENIED;
      case GONE, UNDECIDED -> forgotten(account);
      case EXPIRED -> account.isTold() ? Entry.EXPIRED : Entry.UNDECIDED;
      case OPEN -> open(account);
    };
  }

  private Entry open(Account account) {
    if (account.isTold()) {
      return Entry.NOT_REDEEMABLE;
    }
    return account.isLeft() ? forgotten(account) : Entry.UNDECIDED;
  }

  private static Entry linked(Account account, @Nullable Fence fence) {
    if (fence == null || !account.deliveries().getFirst().device().equals(fence.device())) {
      return Entry.NOT_IN_THE_FENCE;
    }
    return fence.revoked() ? Entry.REVOKED : Entry.REDEEMED;
  }

  /** The fence says redeemed, the device has nothing: its answer has gone somewhere. */
  private static Entry taken(Account account) {
    if (!account.hadUnanswered()) {
      return Entry.TAKEN;
    }
    return account.proof() == Proof.NONE ? Entry.ANSWER_LOST : Entry.PROVEN_ANSWER_LOST;
  }

  /** Redis knows nothing of it, or nothing of the decision. */
  private Entry forgotten(Account account) {
    if (unacknowledged.contains(account.grant())) {
      return Entry.DECISION_UNACKNOWLEDGED;
    }
    if (account.isTold()) {
      return Entry.DECISION_LOST;
    }
    return account.isForgettable() ? Entry.CODES_FORGOTTEN : Entry.CODES_LOST;
  }
}
