package dev.latchkey.token.impatient;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantNews.Listening;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.Proof;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How often one device has polled one grant too early, and what it can be told from memory. */
final class Impatience {

  /** That the codes have expired nobody publishes: so late it is told at most. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final ClientId client;
  private final Proof proof;

  private int inARow;
  private boolean wantsToListen;
  private @Nullable Listening listening;
  private long listensSince;
  private boolean over;

  private @Nullable SlowDown kept;
  private long keptUntil;

  Impatience(ClientId client, Proof proof) {
    this.client = client;
    this.proof = proof;
  }

  /** Whether that client polls, and shows what Redis has accepted. A proof here is no secret. */
  boolean isOf(ClientId other, Proof shown) {
    return client.equals(other) && proof.equals(shown);
  }

  /** What Redis would say too; null if it might say something else. */
  synchronized @Nullable SlowDown remembered(long now) {
    return kept != null && now - keptUntil < 0 && hears() ? kept : null;
  }

  /**
   * Redis has said so to a question of that time.
   *
   * @return whether it is time to listen for news of the grant
   */
  synchronized boolean slowedDown(SlowDown slowDown, long askedAt, int after) {
    inARow++;
    // What was asked before we listened may have been decided in between.
    if (hears() && askedAt - listensSince >= 0) {
      var left = slowDown.opensIn();
      kept = slowDown;
      keptUntil = askedAt + (left.compareTo(LONGEST) < 0 ? left : LONGEST).toNanos();
    }
    var first = inARow >= after && !wantsToListen;
    wantsToListen |= first;
    return first;
  }

  /** From that time on news of the grant are heard. */
  synchronized void listens(Listening opened, long since) {
    if (over) {
      opened.close();
    } else {
      listening = opened;
      listensSince = since;
    }
  }

  /** Nobody looks at this any more. */
  synchronized void end() {
    over = true;
    kept = null;
    if (listening != null) {
      listening.close();
    }
  }

  private boolean hears() {
    return listening != null && listening.hears();
  }
}
