package dev.latchkey.token.refresh;

import static dev.latchkey.oauth.error.OAuthError.INVALID_GRANT;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.device.RefreshToken;
import dev.latchkey.token.device.TokenFamily;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses refresh tokens: the audit learns why, the device only that it has to ask again. */
@ApplicationScoped
class Refusals {

  private final Audit audit;

  Refusals(Audit audit) {
    this.audit = audit;
  }

  /** Not a token of ours; anybody can send such, so that it is no event. */
  static OAuthException garbage() {
    return new OAuthException(INVALID_GRANT, "The refresh token is not valid, or not any more");
  }

  /** A genuine token of a device that we do not know. */
  OAuthException unknown(RefreshToken shown, ClientId client) {
    audit.unknownDeviceRefused(shown.family(), client);
    return garbage();
  }

  /** A genuine token that is not good. */
  OAuthException of(Refusal reason, TokenFamily family) {
    audit.refreshRefused(family.device(), family.generation(), reason);
    return garbage();
  }
}
