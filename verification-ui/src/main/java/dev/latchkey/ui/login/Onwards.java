package dev.latchkey.ui.login;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Where a person goes who has just signed in, in whatever way: on with the grant at hand. Never to
 * an address of the request.
 */
@ApplicationScoped
public class Onwards {

  private final Way way;

  Onwards(Way way) {
    this.way = way;
  }

  /**
   * The address of the next page.
   *
   * @param visit what the person was about before; empty if about no grant
   * @param successor the session that the sign-in led to
   */
  public Uni<String> from(Optional<Visit> visit, BrowserSession successor) {
    return visit
        .map(before -> way.signedIn(before.in(successor)))
        .orElseGet(() -> Uni.createFrom().item(Way.CODE));
  }
}
