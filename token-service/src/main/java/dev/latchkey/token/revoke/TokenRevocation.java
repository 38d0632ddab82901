package dev.latchkey.token.revoke;

import static dev.latchkey.oauth.error.OAuthError.INVALID_GRANT;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.token.AccessTokens;
import dev.latchkey.replay.RevokedTokens;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.LinkedDevices;
import dev.latchkey.token.device.RefreshToken;
import dev.latchkey.token.device.RefreshTokenSeal;
import dev.latchkey.token.device.Revocation;
import dev.latchkey.token.device.TokenFamily;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Revokes a token that its client gives back. */
@ApplicationScoped
class TokenRevocation {

  private final RefreshTokenSeal seal;
  private final LinkedDevices devices;
  private final Unlinking unlinking;
  private final AccessTokens accessTokens;
  private final RevokedTokens revoked;
  private final Audit audit;

  TokenRevocation(
      RefreshTokenSeal seal,
      LinkedDevices devices,
      Unlinking unlinking,
      AccessTokens accessTokens,
      RevokedTokens revoked,
      Audit audit) {
    this.seal = seal;
    this.devices = devices;
    this.unlinking = unlinking;
    this.accessTokens = accessTokens;
    this.revoked = revoked;
    this.audit = audit;
  }

  /**
   * Revokes the token, if there is anything to revoke: a refresh token of any generation unlinks
   * its device, an access token is taken back until it ends. Fails with {@code invalid_grant} for a
   * token of another client, which is not touched.
   */
  Uni<Void> revoke(String token, ClientId client) {
    return seal.open(token)
        .map(shown -> revoke(shown, client))
        .orElseGet(
            () ->
                accessTokens
                    .verify(token)
                    .flatMap(
                        found ->
                            found
                                .map(known -> revoke(known, client))
                                .orElseGet(() -> Uni.createFrom().voidItem())));
  }

  private Uni<Void> revoke(RefreshToken shown, ClientId client) {
    return devices
        .find(shown.family())
        .flatMap(
            found ->
                found
                    .map(TokenFamily::device)
                    .map(device -> unlink(device, client))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> unlink(LinkedDevice device, ClientId client) {
    checkOwner(device.client(), client);
    return unlinking.unlink(device, Revocation.CLIENT).replaceWithVoid();
  }

  private Uni<Void> revoke(JsonWebToken token, ClientId client) {
    String owner = token.getClaim("client_id");
    checkOwner(new ClientId(owner), client);
    var end = Instant.ofEpochSecond(token.getExpirationTime());
    return revoked
        .revoke(token.getTokenID(), Duration.between(Instant.now(), end))
        .invoke(() -> audit.tokenRevoked(client, token.getSubject(), token.getTokenID()));
  }

  private static void checkOwner(ClientId owner, ClientId client) {
    if (!owner.equals(client)) {
      throw new OAuthException(INVALID_GRANT, "The token was not issued to this client");
    }
  }
}
