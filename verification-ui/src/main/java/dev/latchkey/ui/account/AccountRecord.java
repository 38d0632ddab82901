package dev.latchkey.ui.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param blocked by an administrator, until further notice
 * @param disabled gone from the registry file
 * @param declared comes from the registry file
 * @param hasPassword false if only others vouch for the person
 * @param providers the names of those, in order
 * @param generation of its sessions; those of an older one are over
 */
public record AccountRecord(
    UUID id,
    String username,
    String name,
    @Nullable String email,
    boolean emailVerified,
    boolean blocked,
    boolean disabled,
    boolean declared,
    boolean hasPassword,
    List<String> providers,
    long generation,
    Instant createdAt,
    Instant updatedAt) {

  public AccountRecord {
    providers = List.copyOf(providers);
  }

  public String subject() {
    return id.toString();
  }
}
