package dev.latchkey.token.standing;

import dev.latchkey.oauth.token.TokenClaims;
import dev.latchkey.token.account.Accounts;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.device.LinkedDevices;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whether client, account and device of a valid access token are in order. */
@ApplicationScoped
public class TokenStanding {

  private final Clients clients;
  private final Accounts accounts;
  private final LinkedDevices devices;

  TokenStanding(Clients clients, Accounts accounts, LinkedDevices devices) {
    this.clients = clients;
    this.accounts = accounts;
    this.devices = devices;
  }

  /**
   * False if one of them was stopped since: client and account as of at most 10 s ago, the device
   * as of now. Fails with {@link dev.latchkey.oauth.store.StoreUnavailableException} when
   * PostgreSQL does.
   */
  public Uni<Boolean> holds(JsonWebToken token) {
    return isClientEnabled(token)
        .flatMap(enabled -> enabled ? isSubjectLive(token) : no())
        .flatMap(live -> live ? isLinked(token) : no());
  }

  private Uni<Boolean> isClientEnabled(JsonWebToken token) {
    return clients
        .fresh(TokenClaims.client(token))
        .map(client -> client.filter(Client::enabled).isPresent());
  }

  /** The subject of a token by {@code client_credentials} is the client. */
  private Uni<Boolean> isSubjectLive(JsonWebToken token) {
    return token.getSubject().equals("client:" + TokenClaims.client(token).value())
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

  private static Uni<Boolean> no() {
    return Uni.createFrom().item(false);
  }
}
