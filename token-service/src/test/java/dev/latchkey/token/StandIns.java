package dev.latchkey.token;

import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.oauth.token.AccessTokens;
import dev.latchkey.replay.RevokedTokens;
import dev.latchkey.token.keys.SigningKeys;
import io.quarkus.arc.DefaultBean;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Until the branches with the real ones are merged, which take their place by themselves. */
@ApplicationScoped
class StandIns {

  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  @Produces
  @DefaultBean
  @ApplicationScoped
  RevokedTokens revokedTokens() {
    return new RevokedTokens() {
      @Override
      public Uni<Void> revoke(String jti, Duration untilItEnds) {
        revoked.add(jti);
        return Uni.createFrom().voidItem();
      }

      @Override
      public Uni<Boolean> isRevoked(String jti) {
        return Uni.createFrom().item(revoked.contains(jti));
      }
    };
  }

  @Produces
  @DefaultBean
  @ApplicationScoped
  AccessTokens accessTokens(SigningKeys keys, PublicOrigin origin) {
    return token -> Uni.createFrom().item(verify(token, keys, origin));
  }

  private Optional<JsonWebToken> verify(String token, SigningKeys keys, PublicOrigin origin) {
    var parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      var header = new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(parts[0])));
      if (!"at+jwt".equals(header.getString("typ"))) {
        return Optional.empty();
      }
      var key = keys.find(header.getString("kid")).orElseThrow();
      var expected = new JWTAuthContextInfo(key.publicKey(), origin.issuer());
      expected.setSignatureAlgorithm(EnumSet.of(key.algorithm().signature()));
      var said = new DefaultJWTParser(expected).parse(token);
      return revoked.contains(said.getTokenID()) ? Optional.empty() : Optional.of(said);
    } catch (ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
