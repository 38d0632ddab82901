package dev.latchkey.ui.upstream;

import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.session.Visit;
import java.util.Optional;

/**
 * A browser's way to a provider and back.
 *
 * @param visit the grant at hand; empty if there is none
 * @param to where the person goes without one
 * @param address where the browser is
 */
record RoundTrip(Provider provider, Optional<Visit> visit, Destination to, String address) {

  /** The address that begins it once more. */
  String again() {
    return visit
        .map(about -> about.after(provider.path()))
        .orElseGet(() -> provider.path() + "?to=" + to.word());
  }

  /** The address of the sign-in page. */
  String otherWay() {
    return visit.map(about -> about.after(Way.SIGN_IN)).orElseGet(to::signIn) + "&choose=yes";
  }

  /** The address of the page that the person came from with their code. */
  String code() {
    return visit.map(about -> about.at(Way.CONFIRM)).orElse(Way.CODE);
  }
}
