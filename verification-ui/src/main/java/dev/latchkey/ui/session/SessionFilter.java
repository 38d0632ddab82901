package dev.latchkey.ui.session;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Finds the session of every request that has one. */
class SessionFilter {

  static final int PRIORITY = 200;

  private final CurrentSession current;

  SessionFilter(CurrentSession current) {
    this.current = current;
  }

  @ServerRequestFilter(priority = PRIORITY)
  public Uni<Void> find(RoutingContext routing) {
    return current.find(routing);
  }
}
