package dev.latchkey.oauth.client;

import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.origin.Endpoint;
import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.replay.OneTimeIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verifies the JWTs with which clients authenticate (RFC 7523 section 3). */
@ApplicationScoped
class ClientAssertions {

  private final KeySets keySets;
  private final OneTimeIds ids;
  private final Set<String> audiences;

  @Inject
  ClientAssertions(KeySets keySets, OneTimeIds ids, PublicOrigin origin) {
    this(keySets, ids, origin.issuer());
  }

  ClientAssertions(KeySets keySets, OneTimeIds ids, String issuer) {
    this.keySets = keySets;
    this.ids = ids;
    this.audiences =
        Stream.concat(
                Stream.of(issuer),
                Arrays.stream(Endpoint.values())
                    .filter(Endpoint::authenticatesClients)
                    .flatMap(endpoint -> endpoint.paths().stream())
                    .map(path -> issuer + path))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Ends well for an assertion of that client, once. Fails with {@code invalid_client} for any
   * other, and as {@link ClientAuthentication#verify} when that cannot be found out.
   */
  Uni<Void> verify(ClientAssertion assertion, AuthenticatingClient client) {
    var keys = client.keys().orElse(null);
    if (keys == null) {
      throw refused("The client has no keys");
    }
    return keySets
        .keysFor(assertion, keys)
        .map(
            set ->
                assertion
                    .verifiedBy(set.fitting(assertion))
                    .orElseThrow(() -> refused("The client assertion is not signed by the client")))
        .map(claims -> AssertionClaims.check(claims, client.id(), audiences, Instant.now()))
        // Last: nobody but the client may use up its ids.
        .flatMap(claims -> ids.useAssertion(client.id(), claims.id(), claims.keep()))
        .invoke(
            first -> {
              if (!first) {
                throw refused("The client assertion has been used before");
              }
            })
        .replaceWithVoid();
  }

  static OAuthException refused(String description) {
    return OAuthException.invalidClient(description, false);
  }
}
