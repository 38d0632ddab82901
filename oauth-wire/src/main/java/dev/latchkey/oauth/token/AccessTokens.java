package dev.latchkey.oauth.token;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Verifies access tokens of ours. */
public interface AccessTokens {

  /**
   * What the token says; empty unless it is an access token that we signed, that is still valid and
   * has not been revoked. Whom it is for ({@code aud}) and what it is bound to ({@code cnf}) is for
   * the caller to check. Fails with {@link dev.latchkey.grant.GrantStoreException} when Redis does.
   */
  Uni<Optional<JsonWebToken>> verify(String token);
}
