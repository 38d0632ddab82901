package dev.latchkey.oauth.form;

import static dev.latchkey.oauth.error.OAuthError.INVALID_TARGET;

import dev.latchkey.oauth.error.OAuthException;
import java.util.Optional;

/** The API that a request names: by {@code resource} (RFC 8707), or by {@code audience}. */
public final class ResourceIndicator {

  private ResourceIndicator() {}

  /** The API named, if any. Fails with {@code invalid_target} if it is more than one. */
  public static Optional<String> of(OAuthForm form) {
    var resources = form.all("resource");
    var audience = form.optional("audience");
    if (resources.size() > 1) {
      throw new OAuthException(INVALID_TARGET, "A device gets access to one API: name one");
    }
    var resource = resources.stream().findFirst();
    if (resource.isPresent() && audience.isPresent() && !resource.equals(audience)) {
      throw new OAuthException(INVALID_TARGET, "resource and audience name different APIs");
    }
    return resource.or(() -> audience);
  }
}
