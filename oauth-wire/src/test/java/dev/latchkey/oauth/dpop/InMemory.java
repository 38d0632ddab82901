package dev.latchkey.oauth.dpop;

import dev.latchkey.grant.ClientId;
import dev.latchkey.replay.OneTimeIds;
import dev.latchkey.replay.ProofNonces;
import dev.latchkey.replay.RevokedTokens;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The memory of what must not be used twice, without Redis. */
public final class InMemory implements OneTimeIds, ProofNonces, RevokedTokens {

  public static final String NONCE = "the-nonce-of-today";
  public static final String NONCE_BEFORE = "the-nonce-of-yesterday";

  /** How long each id is kept, by thumbprint and id. */
  public final Map<String, Duration> used = new HashMap<>();

  private final Set<String> revoked = new HashSet<>();

  @Override
  public Uni<Boolean> useProof(String thumbprint, String jti, Duration keep) {
    return Uni.createFrom().item(used.putIfAbsent(thumbprint + " " + jti, keep) == null);
  }

  @Override
  public Uni<Boolean> useAssertion(ClientId client, String jti, Duration keep) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<String> current() {
    return Uni.createFrom().item(NONCE);
  }

  @Override
  public Uni<Boolean> accepts(String nonce) {
    return Uni.createFrom().item(nonce.equals(NONCE) || nonce.equals(NONCE_BEFORE));
  }

  @Override
  public Uni<Void> revoke(String jti, Duration untilItEnds) {
    revoked.add(jti);
    return Uni.createFrom().voidItem();
  }

  @Override
  public Uni<Boolean> isRevoked(String jti) {
    return Uni.createFrom().item(revoked.contains(jti));
  }
}
