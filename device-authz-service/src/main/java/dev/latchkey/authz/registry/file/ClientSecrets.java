package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.file.RegistryFile.DeclaredSecret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the secret of a client that has one comes from. */
interface ClientSecrets {

  /**
   * The secret; empty if it comes from elsewhere. Fails with {@link IllegalArgumentException},
   * whose message completes a field.
   *
   * @param declared what is written of it; null if nothing is
   */
  Optional<String> secret(@Nullable DeclaredSecret declared);

  /** Whether there may be what only a developer's machine may have: plain secrets, plain HTTP. */
  boolean plainAllowed();
}
