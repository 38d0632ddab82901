package dev.latchkey.oauth.admin;

import dev.latchkey.oauth.dpop.InMemory;
import dev.latchkey.oauth.token.Tokens;
import dev.latchkey.oauth.token.VerificationKeys;
import dev.latchkey.replay.OneTimeIds;
import dev.latchkey.replay.ProofNonces;
import dev.latchkey.replay.RevokedTokens;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;

/** What a service has of its own: keys, clients and Redis. */
@ApplicationScoped
class Ports {

  private static final InMemory MEMORY = new InMemory();

  @Produces
  @Alternative
  @Priority(1)
  OneTimeIds ids() {
    return MEMORY;
  }

  @Produces
  @Alternative
  @Priority(1)
  ProofNonces nonces() {
    return MEMORY;
  }

  @Produces
  @Alternative
  @Priority(1)
  RevokedTokens revoked() {
    return MEMORY;
  }

  @Produces
  VerificationKeys keys() {
    return new Tokens();
  }

  @Produces
  Administrators administrators() {
    return client -> Uni.createFrom().item(client.value().equals("ops"));
  }
}
