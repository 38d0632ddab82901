package dev.latchkey.oauth.client;

import dev.latchkey.grant.ClientId;
import dev.latchkey.replay.OneTimeIds;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The memory of one replica, where Redis has that of all. */
final class UsedIds implements OneTimeIds {

  final List<Duration> kept = new ArrayList<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  @Override
  public Uni<Boolean> useProof(String thumbprint, String jti, Duration keep) {
    return use(thumbprint, jti, keep);
  }

  @Override
  public Uni<Boolean> useAssertion(ClientId client, String jti, Duration keep) {
    return use(client.value(), jti, keep);
  }

  private Uni<Boolean> use(String owner, String jti, Duration keep) {
    kept.add(keep);
    return Uni.createFrom().item(used.add(owner + " " + jti));
  }
}
