package dev.latchkey.token.refresh;

import static dev.latchkey.oauth.error.OAuthError.INVALID_SCOPE;
import static dev.latchkey.oauth.error.OAuthError.INVALID_TARGET;

import dev.latchkey.grant.Scope;
import dev.latchkey.grant.ServiceSubject;
import dev.latchkey.oauth.action.Verdict;
import dev.latchkey.oauth.action.Verdict.Allowed;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.error.SwitchedOffException;
import dev.latchkey.oauth.error.TooManyRequestsException;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.oauth.switches.SwitchedOff;
import dev.latchkey.token.account.Accounts;
import dev.latchkey.token.client.Api;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.RefreshToken;
import dev.latchkey.token.device.RefreshTokenSeal;
import dev.latchkey.token.device.TokenFamilies;
import dev.latchkey.token.device.TokenFamily;
import dev.latchkey.token.limit.DeviceRefreshes;
import dev.latchkey.token.mint.TokenAudience;
import dev.latchkey.token.mint.TokenMint;
import dev.latchkey.token.mint.TokenSubject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a linked device's tokens fresh. */
@ApplicationScoped
public class RefreshGrant {

  private final RefreshTokenSeal seal;
  private final DeviceRefreshes refreshes;
  private final TokenFamilies families;
  private final Lifetimes lifetimes;
  private final Accounts accounts;
  private final Clients clients;
  private final RefreshAction action;
  private final Succession succession;
  private final TokenMint mint;
  private final KillSwitches switches;
  private final Refusals refusals;

  RefreshGrant(
      RefreshTokenSeal seal,
      DeviceRefreshes refreshes,
      TokenFamilies families,
      Lifetimes lifetimes,
      Accounts accounts,
      Clients clients,
      RefreshAction action,
      Succession succession,
      TokenMint mint,
      KillSwitches switches,
      Refusals refusals) {
    this.seal = seal;
    this.refreshes = refreshes;
    this.families = families;
    this.lifetimes = lifetimes;
    this.accounts = accounts;
    this.clients = clients;
    this.action = action;
    this.succession = succession;
    this.mint = mint;
    this.switches = switches;
    this.refusals = refusals;
  }

  /**
   * New tokens for the device that holds this refresh token. Fails with {@code invalid_grant} if
   * the token is not good (any more) for this client and key, with {@code invalid_scope} if more is
   * asked for than was granted, with {@code invalid_target} for another API than was approved, and
   * with {@code access_denied} if the operator's hook does not allow it now; with {@link
   * TooManyRequestsException} if the device comes too often, and with {@link SwitchedOffException}
   * while its client, its API or all of what is asked for is switched off.
   *
   * <p>The refresh token of a public client is bound to the key that its first tokens were bound to
   * (RFC 9449 section 5); without one it stays unbound, whatever proofs come later. The access
   * token is bound to the key of this request, if it has one.
   */
  public Uni<Refreshed> refresh(RefreshRequest request) {
    var shown = seal.open(request.token()).orElseThrow(Refusals::garbage);
    var client = request.client();
    return refreshes
        .check(shown.family(), client.id(), request.dpopThumbprint())
        .chain(() -> families.read(shown.family()))
        .map(found -> found.orElseThrow(() -> refusals.unknown(shown, client.id())))
        .flatMap(
            family -> refresh(request, shown, family, FamilyRules.of(client, family.device())));
  }

  private Uni<Refreshed> refresh(
      RefreshRequest request, RefreshToken shown, TokenFamily family, FamilyRules rules) {
    var device = family.device();
    // Once: what goes off from here on concerns the next request.
    var off = switches.active();
    if (off.stops(request.client().id(), device.api(), asked(request, device))) {
      throw new SwitchedOffException();
    }
    // Whatever can be refused is refused before the row moves.
    checkHolder(family, rules, request);
    checkAsked(family.device(), request);
    checkLifetime(family, request.client());
    return checkAccount(family)
        .flatMap(done -> audience(family))
        .map(audience -> subject(request, device, off, audience.orElse(null)))
        .flatMap(
            subject ->
                allowed(request, shown, family, rules, subject)
                    .flatMap(
                        allowed ->
                            succession
                                .successor(new Showing(shown, request.address()), family, rules)
                                .map(current -> answer(subject, allowed, shown, current, rules))));
  }

  /** Nobody is asked about a token that has been stolen: that ends here, whatever a hook says. */
  private Uni<Allowed> allowed(
      RefreshRequest request,
      RefreshToken shown,
      TokenFamily family,
      FamilyRules rules,
      TokenSubject subject) {
    return Rotation.of(shown.generation(), family, rules) == Rotation.REUSE
        ? Uni.createFrom().item(Verdict.UNCHANGED)
        : action.allowed(request, family.device(), subject);
  }

  private void checkHolder(TokenFamily family, FamilyRules rules, RefreshRequest request) {
    var device = family.device();
    if (!device.client().equals(request.client().id())) {
      throw refusals.of(Refusal.WRONG_CLIENT, family);
    }
    if (!device.refreshable()) {
      throw refusals.of(Refusal.NOT_REFRESHABLE, family);
    }
    if (family.revoked()) {
      throw refusals.of(Refusal.REVOKED, family);
    }
    if (rules.keyBound()
        && !Optional.ofNullable(device.dpopThumbprint()).equals(request.dpopThumbprint())) {
      throw refusals.of(Refusal.KEY, family);
    }
  }

  /**
   * A scope or API that is not to be had is the client's mistake, and says nothing of the token.
   */
  private static void checkAsked(LinkedDevice device, RefreshRequest request) {
    if (request.scope().isPresent()
        && (request.scope().get().isEmpty()
            || !left(device, request.client()).covers(request.scope().get()))) {
      throw new OAuthException(INVALID_SCOPE, "The scope is empty, or more than was granted");
    }
    if (request.target().isPresent()
        && !request.target().equals(Optional.ofNullable(device.api()))) {
      throw new OAuthException(INVALID_TARGET, "The refresh token is not for that API");
    }
  }

  /** What was granted, without what the client is not registered for any more. */
  private static Scope left(LinkedDevice device, Client client) {
    return device.scope().intersect(client.scopes().tokens());
  }

  private static Scope asked(RefreshRequest request, LinkedDevice device) {
    return request.scope().orElseGet(() -> left(device, request.client()));
  }

  private void checkLifetime(TokenFamily family, Client client) {
    lifetimes
        .ended(family, client.refresh())
        .ifPresent(
            end -> {
              throw refusals.of(end, family);
            });
  }

  /** A service has no account that could be stopped: its devices are unlinked. */
  private Uni<?> checkAccount(TokenFamily family) {
    if (ServiceSubject.of(family.device().subject()).isPresent()) {
      return Uni.createFrom().voidItem();
    }
    return accounts
        .live(family.device().subject())
        .map(account -> account.orElseThrow(() -> refusals.of(Refusal.ACCOUNT, family)))
        .invoke(
            account -> {
              if (!accounts.isVouchedFor(account, Instant.now())) {
                throw refusals.of(Refusal.UPSTREAM, family);
              }
            });
  }

  private Uni<Optional<TokenAudience>> audience(TokenFamily family) {
    var identifier = family.device().api();
    if (identifier == null) {
      return Uni.createFrom().item(Optional.empty());
    }
    return clients
        .api(identifier)
        .map(
            found ->
                found
                    .filter(Api::allowOfflineAccess)
                    .orElseThrow(() -> refusals.of(Refusal.API, family)))
        .map(api -> Optional.of(new TokenAudience(identifier, api.accessTokenLifetime())));
  }

  private TokenSubject subject(
      RefreshRequest request,
      LinkedDevice device,
      SwitchedOff off,
      @Nullable TokenAudience audience) {
    return new TokenSubject(
        device.subject(),
        request.client(),
        device.id(),
        off.left(asked(request, device)),
        audience,
        device.signedInAt(),
        device.amr(),
        device.acr(),
        request.dpopThumbprint().orElse(null));
  }

  private Refreshed answer(
      TokenSubject subject,
      Allowed allowed,
      RefreshToken shown,
      RefreshToken current,
      FamilyRules rules) {
    var keeps = !rules.rotates() && shown.generation() == current.generation();
    return new Refreshed(mint.mint(subject, allowed), keeps ? null : seal.seal(current));
  }
}
