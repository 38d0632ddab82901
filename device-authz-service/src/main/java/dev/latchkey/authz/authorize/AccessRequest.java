package dev.latchkey.authz.authorize;

import static dev.latchkey.oauth.error.OAuthError.INVALID_SCOPE;

import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Client;
import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.Words;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.error.OAuthException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client may be given of what it asks for.
 *
 * @param scope as asked, but {@code offline_access} only if refreshable; without a word from the
 *     client, the scopes of its API that it is registered for. Identity and offline access have to
 *     be asked for by name
 * @param words the API's own words for its scopes
 * @param refreshable whether approval entitles to a refresh token: the client has the grant, asked
 *     for {@code offline_access}, and the API allows it or there is none
 */
record AccessRequest(
    Scope scope, Map<String, Words> words, @Nullable ApiAccess api, boolean refreshable) {

  private static final String OFFLINE_ACCESS = "offline_access";

  /**
   * Fails with {@code invalid_scope} if the client asks for more than it is registered for, or for
   * what no person can give, which is to administer Latchkey.
   */
  static AccessRequest of(Client client, Optional<Scope> asked, Optional<Api> api) {
    var offered = api.map(Api::scopes).orElse(Map.of());
    var scope = asked.orElseGet(() -> client.scopes().intersect(offered.keySet()));
    if (!client.scopes().covers(scope) || scope.contains(AdminAccess.SCOPE)) {
      throw new OAuthException(
          INVALID_SCOPE, "The client is not registered for a scope that it asks for");
    }
    var words = new TreeMap<String, Words>();
    var foreign = new LinkedHashSet<>(scope.tokens());
    foreign.removeAll(Client.STANDARD_SCOPES);
    for (var token : foreign) {
      var meaning = offered.get(token);
      if (meaning == null) {
        throw new OAuthException(INVALID_SCOPE, "The API has no scope of that name");
      }
      words.put(token, meaning);
    }
    var refreshable =
        scope.contains(OFFLINE_ACCESS)
            && client.mayUse(Client.REFRESH_TOKEN_GRANT)
            && api.map(Api::allowOfflineAccess).orElse(true);
    return new AccessRequest(
        refreshable ? scope : withoutOfflineAccess(scope),
        words,
        api.map(a -> new ApiAccess(a.identifier(), a.name(), a.accessTokenLifetime())).orElse(null),
        refreshable);
  }

  /** Of it, what an operator has approved ahead. */
  AccessRequest within(Scope approved) {
    var kept = scope.intersect(approved.tokens());
    var keptWords = new TreeMap<>(words);
    keptWords.keySet().retainAll(kept.tokens());
    return new AccessRequest(kept, keptWords, api, refreshable && kept.contains(OFFLINE_ACCESS));
  }

  /** What will not be given must not be promised on the page. */
  private static Scope withoutOfflineAccess(Scope scope) {
    var kept = new LinkedHashSet<>(scope.tokens());
    kept.remove(OFFLINE_ACCESS);
    return new Scope(kept);
  }
}
