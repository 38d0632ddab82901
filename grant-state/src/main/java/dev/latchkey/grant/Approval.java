package dev.latchkey.grant;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who approved, and how sure we are of it.
 *
 * @param subject the account's id, the {@code sub} of tokens
 * @param scope what was granted; never more than was asked
 * @param authTime when the person last signed in
 * @param amr how the person signed in (RFC 8176)
 * @param acr the authentication context that this amounts to, if it has a name
 */
public record Approval(
    String subject, Scope scope, Instant authTime, Set<String> amr, @Nullable String acr) {

  public Approval {
    amr = Set.copyOf(amr);
  }
}
