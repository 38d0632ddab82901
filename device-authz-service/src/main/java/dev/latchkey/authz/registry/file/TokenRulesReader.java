package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.TokenRules;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredClient;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredRefresh;
import java.util.Optional;
import java.util.Set;

/** Reads what a client of the file says of its tokens. */
final class TokenRulesReader {

  private static final String SHORTEST = "1s";
  private static final String LONGEST = "3650d";

  private static final Set<String> ALGORITHMS = Set.of("ES256", "RS256", "EdDSA");

  private final FieldRules fields;

  TokenRulesReader(FieldRules fields) {
    this.fields = fields;
  }

  TokenRules read(String at, DeclaredClient client, boolean isPublic) {
    var bound = Boolean.TRUE.equals(client.dpopBoundAccessTokens());
    var refresh =
        client.refreshToken() == null
            ? new DeclaredRefresh(null, null, null)
            : client.refreshToken();
    var rotates = !Boolean.FALSE.equals(refresh.rotation());
    // A refresh token that never changes and needs nothing else is the thief's for years.
    fields.check(
        rotates || bound || !isPublic,
        at + ".refresh_token.rotation",
        "is off, for which a public client needs dpop_bound_access_tokens: true");
    var idle =
        fields.optionalDuration(
            at + ".refresh_token.idle_lifetime", refresh.idleLifetime(), SHORTEST, LONGEST);
    var absolute =
        fields.optionalDuration(
            at + ".refresh_token.absolute_lifetime", refresh.absoluteLifetime(), SHORTEST, LONGEST);
    fields.check(
        idle.isEmpty() || absolute.isEmpty() || idle.get().compareTo(absolute.get()) <= 0,
        at + ".refresh_token.idle_lifetime",
        "is longer than absolute_lifetime");
    var algorithm = Optional.ofNullable(client.idTokenAlgorithm());
    algorithm.ifPresent(
        name ->
            fields.check(
                ALGORITHMS.contains(name),
                at + ".id_token_signed_response_alg",
                "is none of ES256, RS256 and EdDSA"));
    return new TokenRules(bound, rotates, idle, absolute, algorithm);
  }
}
