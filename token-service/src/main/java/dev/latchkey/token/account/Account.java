package dev.latchkey.token.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, as this service sees them.
 *
 * @param id the {@code sub} of tokens; never reused
 * @param locked by an administrator, until further notice
 * @param upstream the identity providers that vouch for the person; none for a local account
 */
public record Account(
    UUID id,
    String username,
    String name,
    @Nullable String email,
    boolean emailVerified,
    boolean disabled,
    boolean locked,
    List<UpstreamSignIn> upstream,
    Instant updatedAt) {

  public Account {
    upstream = List.copyOf(upstream);
  }

  /** Whether the person may have tokens at all. */
  boolean isLive() {
    return !disabled && !locked;
  }
}
