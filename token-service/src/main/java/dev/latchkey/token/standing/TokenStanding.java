package dev.latchkey.token.standing;

import dev.latchkey.grant.ServiceSubject;
import dev.latchkey.oauth.token.TokenClaims;
import dev.latchkey.token.account.Accounts;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.device.LinkedDevices;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whether client, account and device of a valid access token are in order. Its API is not looked
 * at: introspection has asked before whether the caller speaks for one, and userinfo is of no API.
 */
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

  /**
   * The subject of a token by {@code client_credentials} is the client, that of a device approved
   * ahead perhaps a service: neither can be stopped but by what else is looked at.
   */
  private Uni<Boolean> isSubjectLive(JsonWebToken token) {
    return TokenClaims.isOfClientItself(token) || ServiceSubject.of(token.getSubject()).isPresent()
        ? Uni.createFrom().item(true)
        : accounts.live(token.getSubject()).map(Optional::isPresent);
  }

  private Uni<Boolean> isLinked(JsonWebToken token) {
    return TokenClaims.device(token)
        .map(
            device ->
                devices
                    .find(device)
                    .map(family -> family.filter(found -> !found.revoked()).isPresent()))
        .orElseGet(() -> Uni.createFrom().item(true));
  }

  private static Uni<Boolean> no() {
    return Uni.createFrom().item(false);
  }
}
