package dev.latchkey.ui.policy;

import dev.latchkey.grant.GrantView;
import dev.latchkey.session.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Whether a sign-in is what the device asked for by {@code max_age} and {@code acr_values} (OpenID
 * Connect Core section 3.1.2.1). Who has signed in since the device asked has done what can be
 * asked of a person; without that, a sign-in may be as old as {@code max_age} and has to amount to
 * one of the {@code acr_values}.
 *
 * <p>{@code acr_values} is a voluntary claim there: a person whose fresh sign-in amounts to another
 * context, or to none that has a name, may approve. Tokens say by {@code acr} what it was, and an
 * API that insists has to look.
 */
public final class Freshness {

  private Freshness() {}

  public static boolean suffices(SignedIn person, GrantView view) {
    return suffices(person, view, Instant.now());
  }

  static boolean suffices(SignedIn person, GrantView view, Instant now) {
    return isOfThisGrant(person, view)
        || (isYoungEnough(person, view, now) && isOfAContext(person, view));
  }

  /**
   * Sign-ins are timed by this machine or a provider, grants by Redis. No allowance is made for
   * clocks that differ: it would let a sign-in pass that was just before. Who is asked once more
   * because of them has spent the difference by then. Providers tell whole seconds.
   */
  private static boolean isOfThisGrant(SignedIn person, GrantView view) {
    var asked =
        person.upstream().isPresent()
            ? view.createdAt().truncatedTo(ChronoUnit.SECONDS)
            : view.createdAt();
    return !person.authTime().isBefore(asked);
  }

  private static boolean isYoungEnough(SignedIn person, GrantView view, Instant now) {
    var maxAge = view.authentication().maxAge();
    return maxAge == null || Duration.between(person.authTime(), now).compareTo(maxAge) <= 0;
  }

  private static boolean isOfAContext(SignedIn person, GrantView view) {
    var wanted = view.authentication().acrValues();
    var acr = person.acr();
    return wanted.isEmpty() || (acr != null && wanted.contains(acr));
  }
}
