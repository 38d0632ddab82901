package dev.latchkey.token.refresh;

import static dev.latchkey.oauth.error.OAuthError.INVALID_GRANT;
import static dev.latchkey.oauth.error.OAuthError.INVALID_SCOPE;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.token.account.Accounts;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.LinkedDevices;
import dev.latchkey.token.device.RefreshToken;
import dev.latchkey.token.device.RefreshTokenSeal;
import dev.latchkey.token.mint.TokenAudience;
import dev.latchkey.token.mint.TokenMint;
import dev.latchkey.token.mint.TokenSubject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Keeps a linked device's tokens fresh. */
@ApplicationScoped
public class RefreshGrant {

  private final RefreshTokenSeal seal;
  private final LinkedDevices devices;
  private final Accounts accounts;
  private final Clients clients;
  private final TokenMint mint;
  private final Audit audit;

  RefreshGrant(
      RefreshTokenSeal seal,
      LinkedDevices devices,
      Accounts accounts,
      Clients clients,
      TokenMint mint,
      Audit audit) {
    this.seal = seal;
    this.devices = devices;
    this.accounts = accounts;
    this.clients = clients;
    this.mint = mint;
    this.audit = audit;
  }

  /**
   * New tokens for the device that holds this refresh token. Fails with {@code invalid_grant} if
   * the token is not good (any more) for this client, and with {@code invalid_scope} if more is
   * asked for than was granted.
   *
   * @param narrower the scope asked for; all that was granted if empty
   * @param dpopThumbprint the key that signed the request's proof, if it has one
   */
  public Uni<Refreshed> refresh(
      String sent, Client client, Optional<Scope> narrower, Optional<String> dpopThumbprint) {
    var token = seal.open(sent).orElseThrow(RefreshGrant::invalid);
    // Whatever can be refused is refused before the row moves.
    return load(token, client.id())
        .invoke(device -> check(device, narrower))
        .flatMap(
            device ->
                audience(device)
                    .flatMap(
                        audience ->
                            rotate(token, device, client.id())
                                .map(current -> tokens(client, current, narrower, audience))));
  }

  private static void check(LinkedDevice device, Optional<Scope> narrower) {
    if (narrower.isPresent() && !device.scope().covers(narrower.get())) {
      throw new OAuthException(INVALID_SCOPE, "More is asked for than was granted");
    }
  }

  private Uni<LinkedDevice> load(RefreshToken token, ClientId client) {
    return devices
        .find(token.family())
        .map(
            found ->
                found
                    .filter(device -> device.client().equals(client))
                    .filter(device -> device.refreshable() && !device.revoked())
                    .orElseThrow(RefreshGrant::invalid))
        .call(this::stillWelcome);
  }

  private Uni<Void> stillWelcome(LinkedDevice device) {
    return accounts
        .live(device.subject())
        .map(account -> account.orElseThrow(RefreshGrant::invalid))
        .replaceWithVoid();
  }

  private Uni<LinkedDevice> rotate(RefreshToken token, LinkedDevice device, ClientId client) {
    return switch (Rotation.of(token, device, Instant.now())) {
      case SAME -> Uni.createFrom().item(device);
      case NEXT ->
          devices
              .rotate(device.id(), device.generation(), seal.currentKid())
              .invoke(
                  moved -> {
                    if (moved) {
                      audit.rotated(device);
                    }
                  })
              // Whoever moved it, what the row says now is the successor for all who were in time.
              .flatMap(moved -> load(token, client));
      case REPLACED -> {
        audit.replaced(device);
        throw invalid();
      }
    };
  }

  private Refreshed tokens(
      Client client,
      LinkedDevice device,
      Optional<Scope> narrower,
      Optional<TokenAudience> audience) {
    var subject =
        new TokenSubject(
            device.subject(),
            client,
            device.id(),
            narrower.orElse(device.scope()),
            audience.orElse(null),
            device.authTime(),
            device.amr(),
            device.dpopThumbprint());
    return new Refreshed(mint.mint(subject), seal.seal(device.refreshToken()));
  }

  private Uni<Optional<TokenAudience>> audience(LinkedDevice device) {
    var identifier = device.api();
    if (identifier == null) {
      return Uni.createFrom().item(Optional.empty());
    }
    return clients
        .api(identifier)
        .map(found -> found.orElseThrow(RefreshGrant::invalid))
        .map(api -> Optional.of(new TokenAudience(identifier, api.accessTokenLifetime())));
  }

  private static OAuthException invalid() {
    return new OAuthException(INVALID_GRANT, "The refresh token is not valid any more");
  }
}
