package dev.latchkey.oauth.action;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a hook has decided. */
public sealed interface Verdict {

  /** As if there were no hook. */
  Allowed UNCHANGED = new Allowed(Map.of(), null);

  /**
   * It may happen.
   *
   * @param claims to be added to access tokens; none that we set ourselves
   * @param longest how long what is made now may live at most: the codes at a start, an access
   *     token otherwise; null to leave that to us
   */
  record Allowed(Map<String, Object> claims, @Nullable Duration longest) implements Verdict {

    public Allowed {
      claims = Map.copyOf(claims);
    }

    /** The lifetime, if it is not too long. A hook can shorten one, and never lengthen it. */
    public Duration shortened(Duration lifetime) {
      return longest != null && longest.compareTo(lifetime) < 0 ? longest : lifetime;
    }
  }

  /** It may not happen. */
  record Denied(Reason reason) implements Verdict {}
}
