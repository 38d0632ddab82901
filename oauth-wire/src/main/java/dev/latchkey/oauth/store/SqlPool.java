package dev.latchkey.oauth.store;

import io.quarkus.credentials.runtime.CredentialsProviderFinder;
import io.quarkus.reactive.datasource.runtime.ConnectOptionsSupplier;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The connections to PostgreSQL, as the framework would make them, but for this: they hang up on a
 * server that says nothing for long. A machine that is gone sends no word of it, and what waits on
 * its connections would wait for the kernel to give up, a quarter of an hour later; until then each
 * of them is a place in the pool that nobody else gets.
 */
@Singleton
public class SqlPool implements PgPoolCreator {

  /**
   * It counts from the last word of the server, not from the question: longer than a connection is
   * kept that nobody needs ({@code quarkus.datasource.reactive.idle-timeout}) and the longest work
   * after that, which is in the background and takes 15 s.
   */
  static final Duration SILENCE = Duration.ofSeconds(20);

  private final Duration silence;
  private final Optional<String> provider;
  private final Optional<String> providerName;

  @Inject
  SqlPool(
      @ConfigProperty(name = "quarkus.datasource.credentials-provider") Optional<String> provider,
      @ConfigProperty(name = "quarkus.datasource.credentials-provider-name")
          Optional<String> providerName) {
    this(SILENCE, provider, providerName);
  }

  SqlPool(Duration silence, Optional<String> provider, Optional<String> providerName) {
    this.silence = silence;
    this.provider = provider;
    this.providerName = providerName;
  }

  @Override
  public Pool create(Input input) {
    var servers = input.pgConnectOptionsList();
    servers.forEach(server -> server.setReadIdleTimeout(Math.toIntExact(silence.toSeconds())));
    return PgDriver.INSTANCE.createPool(input.vertx(), next(servers), input.poolOptions());
  }

  /** With credentials that are asked for anew at each connection, if somebody provides them. */
  private Supplier<Future<PgConnectOptions>> next(List<PgConnectOptions> servers) {
    var turn = new AtomicInteger();
    return provider
        .<Supplier<Future<PgConnectOptions>>>map(
            name ->
                new ConnectOptionsSupplier<>(
                    CredentialsProviderFinder.find(providerName.orElse(null)),
                    name,
                    servers,
                    PgConnectOptions::new))
        .orElse(
            () ->
                Future.succeededFuture(
                    servers.get(Math.floorMod(turn.getAndIncrement(), servers.size()))));
  }
}
