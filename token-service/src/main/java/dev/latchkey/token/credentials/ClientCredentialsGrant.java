package dev.latchkey.token.credentials;

import static dev.latchkey.oauth.error.OAuthError.INVALID_SCOPE;
import static dev.latchkey.oauth.error.OAuthError.INVALID_TARGET;

import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.mint.ClientSubject;
import dev.latchkey.token.mint.MintedTokens;
import dev.latchkey.token.mint.TokenMint;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Gives a client an access token for administration. */
@ApplicationScoped
public class ClientCredentialsGrant {

  private static final Scope ADMINISTRATION = new Scope(Set.of(AdminAccess.SCOPE));

  private final TokenMint mint;
  private final String audience;
  private final Audit audit;

  ClientCredentialsGrant(TokenMint mint, PublicOrigin origin, Audit audit) {
    this.mint = mint;
    this.audience = origin.issuer() + AdminAccess.AUDIENCE;
    this.audit = audit;
  }

  /**
   * An access token, and nothing else: no refresh token (RFC 6749 section 4.4.3), no ID token.
   * Fails with {@code invalid_scope} for what the client is not registered for, and with {@code
   * invalid_target} for another API than ours.
   *
   * @param asked without it, all that the client is registered for
   * @param target the API asked for, which can only be ours
   * @param dpopThumbprint the key that the token is bound to, if the request has a proof
   */
  public MintedTokens tokens(
      Client client,
      Optional<Scope> asked,
      Optional<String> target,
      Optional<String> dpopThumbprint) {
    if (target.isPresent() && !target.get().equals(audience)) {
      throw new OAuthException(INVALID_TARGET, "A client by itself gets access to " + audience);
    }
    var scope = asked.orElse(ADMINISTRATION);
    if (!ADMINISTRATION.covers(scope) || scope.isEmpty() || !client.scopes().covers(scope)) {
      throw new OAuthException(
          INVALID_SCOPE, "The client is not registered for a scope that it asks for");
    }
    audit.clientTokenIssued(client.id(), scope);
    return mint.mint(new ClientSubject(client, scope, audience, dpopThumbprint.orElse(null)));
  }
}
