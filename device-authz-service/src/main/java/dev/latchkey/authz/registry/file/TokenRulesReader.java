package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.TokenRules;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredClient;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredRefresh;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a client of the file says of its tokens. */
final class TokenRulesReader {

  static final DurationRange LIFETIME = DurationRange.of("1s", "3650d");

  static final List<String> ALGORITHMS = List.of("ES256", "RS256", "EdDSA");

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
    fields.noting(
        () ->
            fields.check(
                rotates || bound || !isPublic,
                at + ".refresh_token.rotation",
                "is off, for which a public client needs dpop_bound_access_tokens: true"));
    var idle = lifetime(at + ".refresh_token.idle_lifetime", refresh.idleLifetime());
    var absolute = lifetime(at + ".refresh_token.absolute_lifetime", refresh.absoluteLifetime());
    fields.noting(
        () ->
            fields.check(
                idle.isEmpty() || absolute.isEmpty() || idle.get().compareTo(absolute.get()) <= 0,
                at + ".refresh_token.idle_lifetime",
                "is longer than absolute_lifetime"));
    var algorithm = Optional.ofNullable(client.idTokenAlgorithm());
    fields.noting(
        () ->
            fields.check(
                algorithm.isEmpty() || ALGORITHMS.contains(algorithm.get()),
                at + ".id_token_signed_response_alg",
                "is none of ES256, RS256 and EdDSA"));
    return new TokenRules(bound, rotates, idle, absolute, algorithm);
  }

  private Optional<Duration> lifetime(String field, @Nullable String written) {
    return fields.noting(Optional.empty(), () -> fields.optionalDuration(field, written, LIFETIME));
  }
}
