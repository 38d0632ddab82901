package dev.latchkey.token.grant;

import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.CompleteOutcome;
import dev.latchkey.grant.GrantRedemption;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.token.account.Accounts;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.LinkedDevices;
import dev.latchkey.token.device.RefreshToken;
import dev.latchkey.token.device.RefreshTokenSeal;
import dev.latchkey.token.grant.PollAnswer.Delivered;
import dev.latchkey.token.grant.PollAnswer.Withheld;
import dev.latchkey.token.mint.TokenAudience;
import dev.latchkey.token.mint.TokenMint;
import dev.latchkey.token.mint.TokenSubject;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a claimed grant into tokens, once. Whose claim is in the fence delivers, and nobody else;
 * what fails before the fence gives the claim back.
 */
@ApplicationScoped
class Redemption {

  private static final boolean NOT_FENCED = false;
  private static final boolean MAY_BE_FENCED = true;

  private final GrantRedemption grants;
  private final Clients clients;
  private final Accounts accounts;
  private final LinkedDevices devices;
  private final TokenMint mint;
  private final RefreshTokenSeal refreshTokens;
  private final Audit audit;

  Redemption(
      GrantRedemption grants,
      Clients clients,
      Accounts accounts,
      LinkedDevices devices,
      TokenMint mint,
      RefreshTokenSeal refreshTokens,
      Audit audit) {
    this.grants = grants;
    this.clients = clients;
    this.accounts = accounts;
    this.devices = devices;
    this.mint = mint;
    this.refreshTokens = refreshTokens;
    this.audit = audit;
  }

  Uni<PollAnswer> redeem(Granted granted, ClientId client, ClaimBudget budget) {
    return stillWelcome(granted, client)
        .onFailure()
        .call(failure -> giveBack(granted, NOT_FENCED))
        .flatMap(
            welcome -> {
              if (!welcome) {
                return refuse(granted, client);
              }
              if (!budget.allowsFence()) {
                return tooLateForFence(granted);
              }
              return deliver(granted, client);
            });
  }

  /** Whether account, client and API are as they were when the person approved. */
  private Uni<Boolean> stillWelcome(Granted granted, ClientId client) {
    return Uni.combine()
        .all()
        .unis(
            accounts.live(granted.approval().subject()).map(Optional::isPresent),
            isEnabled(client),
            isOffered(granted.api()))
        .with((account, enabled, offered) -> account && enabled && offered);
  }

  private Uni<Boolean> isEnabled(ClientId client) {
    return clients.fresh(client).map(found -> found.filter(Client::enabled).isPresent());
  }

  private Uni<Boolean> isOffered(@Nullable ApiAccess api) {
    return api == null
        ? Uni.createFrom().item(true)
        : clients.api(api.identifier()).map(Optional::isPresent);
  }

  private Uni<PollAnswer> refuse(Granted granted, ClientId client) {
    return grants
        .refuse(granted.grant(), granted.claim())
        .invoke(() -> audit.refused(granted.grant(), client, granted.approval().subject()))
        .replaceWith(Withheld.DENIED);
  }

  private Uni<PollAnswer> tooLateForFence(Granted granted) {
    return giveBack(granted, NOT_FENCED)
        .chain(
            done ->
                Uni.createFrom()
                    .failure(new StoreUnavailableException("a claim came too late to its fence")));
  }

  private Uni<PollAnswer> deliver(Granted granted, ClientId client) {
    var device = device(granted, client);
    var kid = refreshTokens.currentKid();
    var tokens = mint.mint(subject(granted, client, device));
    return devices
        .link(device, kid, granted.claim(), granted.released())
        .onFailure()
        .call(failure -> giveBack(granted, MAY_BE_FENCED))
        .flatMap(
            ours ->
                ours
                    ? complete(granted)
                        .invoke(done -> audit.redeemed(device))
                        .replaceWith(
                            new Delivered(
                                tokens,
                                device.refreshable()
                                    ? refreshTokens.seal(RefreshToken.first(kid, device))
                                    : null))
                    : superseded(granted));
  }

  /** Redis need not know: the fence is written, so the tokens are this caller's either way. */
  private Uni<?> complete(Granted granted) {
    return grants
        .complete(granted.grant(), granted.claim())
        .onFailure()
        .recoverWithItem(
            failure -> {
              Log.warnf(failure, "grant %s is redeemed, but not marked so", granted.grant());
              return CompleteOutcome.SUPERSEDED;
            });
  }

  /** Another claim has redeemed the grant; ours, if it is current, marks it so. */
  private Uni<PollAnswer> superseded(Granted granted) {
    return grants
        .complete(granted.grant(), granted.claim())
        .map(
            outcome ->
                switch (outcome) {
                  case COMPLETED -> Withheld.INVALID;
                  case SUPERSEDED -> Withheld.PENDING;
                });
  }

  private Uni<Void> giveBack(Granted granted, boolean mayBeFenced) {
    return grants
        .release(granted.grant(), granted.claim(), mayBeFenced)
        .onFailure()
        .invoke(failure -> Log.warnf("grant %s waits for its lease to end", granted.grant()))
        .onFailure()
        .recoverWithNull();
  }

  private static LinkedDevice device(Granted granted, ClientId client) {
    var approval = granted.approval();
    var api = granted.api();
    return new LinkedDevice(
        LinkedDevice.idOf(granted.grant()),
        granted.grant(),
        approval.subject(),
        client,
        approval.scope(),
        api == null ? null : api.identifier(),
        granted.refreshable(),
        approval.authTime(),
        approval.amr(),
        null,
        granted.device(),
        granted.address());
  }

  private static TokenSubject subject(Granted granted, ClientId client, LinkedDevice device) {
    var api = granted.api();
    return new TokenSubject(
        device.subject(),
        client,
        device.id(),
        device.scope(),
        api == null ? null : new TokenAudience(api.identifier(), api.accessTokenLifetime()),
        device.authTime(),
        device.amr(),
        device.dpopThumbprint());
  }
}
