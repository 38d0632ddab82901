package dev.latchkey.token.introspect;

import dev.latchkey.grant.ClientId;
import dev.latchkey.token.account.Accounts;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.device.LinkedDevices;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whether what stands behind a valid access token still does. */
@ApplicationScoped
class Liveness {

  private final Clients clients;
  private final Accounts accounts;
  private final LinkedDevices devices;

  Liveness(Clients clients, Accounts accounts, LinkedDevices devices) {
    this.clients = clients;
    this.accounts = accounts;
    this.devices = devices;
  }

  /**
   * Whether the token is for an API that the caller speaks for, and its client, account and device
   * are in order: client and account as of at most 10 s ago, the device as of now.
   */
  Uni<Boolean> isLiveFor(JsonWebToken token, ClientId caller) {
    // Whose it is comes first: of others' tokens not even the time it takes tells anything.
    return and(
        isFor(token, caller),
        () -> and(isClientLive(token), () -> and(isSubjectLive(token), () -> isLinked(token))));
  }

  private Uni<Boolean> isFor(JsonWebToken token, ClientId caller) {
    Uni<Boolean> none = Uni.createFrom().item(false);
    return token.getAudience().stream()
        .map(
            identifier ->
                clients
                    .api(identifier)
                    .map(api -> api.filter(a -> a.introspectionClients().contains(caller)))
                    .map(Optional::isPresent))
        .reduce(none, (any, next) -> any.flatMap(found -> found ? any : next));
  }

  private Uni<Boolean> isClientLive(JsonWebToken token) {
    return clients.fresh(client(token)).map(client -> client.filter(Client::enabled).isPresent());
  }

  /** The subject of a token by {@code client_credentials} is the client. */
  private Uni<Boolean> isSubjectLive(JsonWebToken token) {
    return token.getSubject().equals("client:" + client(token).value())
        ? Uni.createFrom().item(true)
        : accounts.live(token.getSubject()).map(Optional::isPresent);
  }

  private Uni<Boolean> isLinked(JsonWebToken token) {
    String device = token.getClaim("device_id");
    return device == null
        ? Uni.createFrom().item(true)
        : devices
            .find(UUID.fromString(device))
            .map(family -> family.filter(found -> !found.revoked()).isPresent());
  }

  private static ClientId client(JsonWebToken token) {
    String client = token.getClaim("client_id");
    return new ClientId(client);
  }

  private static Uni<Boolean> and(Uni<Boolean> first, Supplier<Uni<Boolean>> second) {
    return first.flatMap(holds -> holds ? second.get() : Uni.createFrom().item(false));
  }
}
