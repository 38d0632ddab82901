package dev.latchkey.token.standing;

import dev.latchkey.grant.ClientId;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.UUID;

/**
 * Looks for somebody who does not exist as soon as requests are served: the first look takes longer
 * than those after it, and a person's decision would wait for it.
 */
@ApplicationScoped
class FirstLook {

  private final GrantStanding standing;

  FirstLook(GrantStanding standing) {
    this.standing = standing;
  }

  void look(@ObservesAsync HttpServerStart serving) {
    look();
  }

  void look(@ObservesAsync HttpsServerStart serving) {
    look();
  }

  private void look() {
    standing
        .holds(UUID.randomUUID().toString(), new ClientId("nobody"), null)
        .subscribe()
        .with(held -> {}, failure -> {});
  }
}
