package dev.latchkey.ui.upstream;

import dev.latchkey.ui.account.UpstreamFailure;

/** What came of a round trip to a provider. */
sealed interface Arrival {

  /** The provider vouches for this person. */
  record Proven(IdToken token) implements Arrival {}

  record Failed(UpstreamFailure reason) implements Arrival {}

  /** This browser has no sign-in under way: anybody can call us with that as often as they like. */
  record Unasked() implements Arrival {}
}
