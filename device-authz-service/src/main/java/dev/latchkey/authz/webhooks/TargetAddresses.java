package dev.latchkey.authz.webhooks;

import dev.latchkey.oauth.origin.LiteralAddress;
import dev.latchkey.oauth.origin.Network;
import dev.latchkey.oauth.store.SingleFlight;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a webhook is, as an address that it may be called at. The request goes to that address and
 * asks for no name again, so that a name server cannot say one thing to whoever checks and another
 * to whoever connects.
 */
@ApplicationScoped
class TargetAddresses {

  /** As many as there may be webhooks: a name server that hangs holds up nobody but its own. */
  private static final int THREADS = 20;

  private final SingleFlight<String, List<InetAddress>> lookups = new SingleFlight<>();
  private final WorkerExecutor workers;
  private final List<Network> privateTargets;
  private final NameServer names;

  @Inject
  TargetAddresses(Vertx vertx, WebhookSettings settings) {
    this(vertx, settings.privateTargets(), InetAddress::getAllByName);
  }

  TargetAddresses(Vertx vertx, List<Network> privateTargets, NameServer names) {
    this.names = names;
    this.workers = vertx.createSharedWorkerExecutor("webhook-names", THREADS);
    this.privateTargets = privateTargets;
  }

  /** Knows the addresses of a host; may take its time. */
  @FunctionalInterface
  interface NameServer {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /** It has addresses, and none of them may be called. */
  static final class PrivateAddressException extends Exception {

    private static final long serialVersionUID = 1L;
  }

  /**
   * An address of the host; another one at the next attempt if it has several. Fails with {@link
   * UnknownHostException} or {@link PrivateAddressException}.
   *
   * @param host as {@link java.net.URI#getHost} has it
   */
  Uni<InetAddress> of(String host, int attempt) {
    return all(host)
        .map(addresses -> addresses.stream().filter(this::isAllowed).toList())
        .onItem()
        .transformToUni(
            allowed ->
                allowed.isEmpty()
                    ? Uni.createFrom().failure(new PrivateAddressException())
                    : Uni.createFrom().item(allowed.get(attempt % allowed.size())));
  }

  private Uni<List<InetAddress>> all(String host) {
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return LiteralAddress.parse(bare)
        .map(literal -> Uni.createFrom().item(List.of(literal)))
        .orElseGet(() -> lookups.join(host, () -> lookUp(host)));
  }

  /** By the system's own resolver, as it knows the names of a cluster. It blocks. */
  private Uni<List<InetAddress>> lookUp(String host) {
    return UniHelper.toUni(
        workers.executeBlocking(() -> Stream.of(names.addresses(host)).toList(), false));
  }

  private boolean isAllowed(InetAddress address) {
    return PublicAddress.isOne(address)
        || privateTargets.stream().anyMatch(network -> network.contains(address));
  }

  @PreDestroy
  void close() {
    workers.close();
  }
}
