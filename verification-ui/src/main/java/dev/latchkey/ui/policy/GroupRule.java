package dev.latchkey.ui.policy;

import dev.latchkey.grant.GrantView;
import dev.latchkey.session.SignedIn;
import java.util.Collections;
import java.util.Optional;

/** Who may approve a grant, as its client's registration says. */
public final class GroupRule {

  private GroupRule() {}

  /** The obstacle for that person, if any. A local account is in no group. */
  public static Optional<Obstacle> obstacle(GrantView view, SignedIn person) {
    var groups = view.policy().groups();
    return groups.isEmpty()
            || person
                .upstream()
                .filter(it -> !Collections.disjoint(it.groups(), groups))
                .isPresent()
        ? Optional.empty()
        : Optional.of(Obstacle.GROUP);
  }
}
