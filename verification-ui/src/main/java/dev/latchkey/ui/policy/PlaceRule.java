package dev.latchkey.ui.policy;

import dev.latchkey.grant.GrantView;
import dev.latchkey.oauth.origin.LiteralAddress;
import dev.latchkey.oauth.origin.Network;
import java.util.Optional;
import java.util.Set;

/** Where the browser may be from which a grant is approved, as its client's registration says. */
public final class PlaceRule {

  private PlaceRule() {}

  /**
   * The obstacle for a browser at that address, if any. What cannot be compared is refused: the
   * operator asked for certainty.
   */
  public static Optional<Obstacle> obstacle(GrantView view, String browser) {
    var policy = view.policy();
    if (!policy.networks().isEmpty() && !isIn(policy.networks(), browser)) {
      return Optional.of(Obstacle.NETWORK);
    }
    return policy.sameNetwork() && Proximity.of(view.address(), browser) != Proximity.SAME_NETWORK
        ? Optional.of(Obstacle.OTHER_NETWORK)
        : Optional.empty();
  }

  private static boolean isIn(Set<String> networks, String browser) {
    return LiteralAddress.parse(browser)
        .map(
            address ->
                networks.stream()
                    .flatMap(cidr -> Network.parse(cidr).stream())
                    .anyMatch(network -> network.contains(address)))
        .orElse(false);
  }
}
