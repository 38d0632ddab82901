package dev.latchkey.ui.account;

import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Work with PostgreSQL from wherever we are: after a call of Redis we are on the connection's
 * context, not on the request's, and Hibernate Reactive insists on one of its own.
 */
@ApplicationScoped
public class Sql {

  private final Vertx vertx;
  private final SqlGate gate;

  Sql(Vertx vertx, SqlGate gate) {
    this.vertx = vertx;
    this.gate = gate;
  }

  /** Does the work; fails like {@link SqlGate#call}. */
  public <T> Uni<T> call(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                ownContext()
                    .runOnContext(
                        start ->
                            gate.call(work).subscribe().with(emitter::complete, emitter::fail)));
  }

  private Context ownContext() {
    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    return context;
  }
}
