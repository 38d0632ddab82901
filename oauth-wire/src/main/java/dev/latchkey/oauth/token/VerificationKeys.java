package dev.latchkey.oauth.token;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The keys that our access tokens are signed with; each service has its own way to them. */
public interface VerificationKeys {

  /** The key of that id, unless it is none of ours or gone. */
  Uni<Optional<VerificationKey>> find(String kid);
}
