package dev.latchkey.authz.registry;

import java.time.Duration;
import java.util.Map;

/**
 * A registered API.
 *
 * @param identifier the {@code aud} of its access tokens
 * @param scopes what can be asked for, with the API's own words for each
 */
public record Api(
    String identifier,
    String name,
    boolean enabled,
    Map<String, String> scopes,
    boolean allowOfflineAccess,
    Duration accessTokenLifetime) {

  public Api {
    scopes = Map.copyOf(scopes);
  }
}
