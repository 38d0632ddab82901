package dev.latchkey.token.standing;

import dev.latchkey.grant.ClientId;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks for somebody who does not exist after the start: the first look takes longer than those
 * after it, and a person's decision would wait for it.
 */
@ApplicationScoped
class StandingRehearsal {

  private static final Logger LOG = Logger.getLogger(StandingRehearsal.class);

  private static final ClientId NOBODY = new ClientId("nobody");

  private final GrantStanding standing;

  StandingRehearsal(GrantStanding standing) {
    this.standing = standing;
  }

  void start(@ObservesAsync HttpServerStart serving) {
    quietly();
  }

  void start(@ObservesAsync HttpsServerStart serving) {
    quietly();
  }

  /** False, as nobody exists by a new identifier. */
  Uni<Boolean> run() {
    return standing.holds(UUID.randomUUID().toString(), NOBODY, null);
  }

  /** Without it the first person waits, and that is all. */
  private void quietly() {
    run()
        .subscribe()
        .with(
            held -> {},
            failure ->
                LOG.warnf(
                    "a redemption could not be rehearsed: the first will be slow: %s", failure));
  }
}
