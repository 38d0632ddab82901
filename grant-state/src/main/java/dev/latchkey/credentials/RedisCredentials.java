package dev.latchkey.credentials;

import io.quarkus.credentials.runtime.CredentialsProviderFinder;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** The credentials that connections are made with, as they are at that time. */
@ApplicationScoped
public class RedisCredentials {

  private static final long LOOK_EVERY_MILLIS = 5_000;

  private final Vertx vertx;
  private final Optional<CredentialSource> source;
  private final List<Runnable> renewals = new CopyOnWriteArrayList<>();
  private final AtomicBoolean watched = new AtomicBoolean();

  private volatile Credentials latest = Credentials.NONE;

  /** Those that all connections have, or newer ones. */
  private volatile Credentials everywhere = Credentials.NONE;

  @Inject
  RedisCredentials(Vertx vertx, CredentialsConfig config) {
    this(vertx, CredentialSources.of(vertx, config, CredentialsProviderFinder::find));
  }

  RedisCredentials(Vertx vertx, Optional<CredentialSource> source) {
    this.vertx = vertx;
    this.source = source;
  }

  /** Asks for them; they are the {@link #latest} then. None, if the settings say nothing. */
  public Future<Credentials> current() {
    return source
        .map(CredentialSource::read)
        .orElseGet(() -> Future.succeededFuture(Credentials.NONE))
        .onSuccess(this::found);
  }

  private void found(Credentials found) {
    latest = found;
    if (everywhere.equals(Credentials.NONE)) {
      everywhere = found;
    }
  }

  /** Those that were found last. */
  public Credentials latest() {
    return latest;
  }

  /** From now on this is called when there are others, so that connections are made anew. */
  public void onRenewal(Runnable renew) {
    renewals.add(renew);
    if (source.isPresent() && watched.compareAndSet(false, true)) {
      vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> source.ifPresent(this::look));
    }
  }

  private void look(CredentialSource there) {
    var before = everywhere;
    if (before.equals(Credentials.NONE) || !there.mayHaveChanged(before)) {
      return;
    }
    current()
        .onSuccess(
            now -> {
              everywhere = now;
              if (!now.areThose(before)) {
                Log.info("there are other credentials for Redis: connections are made anew");
                renewals.forEach(Runnable::run);
              }
            })
        // Connections stay as they are; who has to connect fails by itself.
        .onFailure(failure -> Log.warn("no credentials for Redis: " + failure.getMessage()));
  }
}
