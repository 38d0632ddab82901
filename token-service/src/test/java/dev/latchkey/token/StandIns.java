package dev.latchkey.token;

import dev.latchkey.grant.ClientId;
import dev.latchkey.replay.OneTimeIds;
import dev.latchkey.replay.ProofNonces;
import dev.latchkey.replay.RevokedTokens;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
  OneTimeIds oneTimeIds() {
    return new OneTimeIds() {
      @Override
      public Uni<Boolean> useProof(String thumbprint, String jti, Duration keep) {
        return Uni.createFrom().item(true);
      }

      @Override
      public Uni<Boolean> useAssertion(ClientId client, String jti, Duration keep) {
        return Uni.createFrom().item(true);
      }
    };
  }

  @Produces
  @DefaultBean
  @ApplicationScoped
  ProofNonces proofNonces() {
    return new ProofNonces() {
      @Override
      public Uni<String> current() {
        return Uni.createFrom().item("nonce");
      }

      @Override
      public Uni<Boolean> accepts(String nonce) {
        return Uni.createFrom().item(true);
      }
    };
  }
}
