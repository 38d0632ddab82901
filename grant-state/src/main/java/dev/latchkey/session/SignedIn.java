package dev.latchkey.session;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person in a session.
 *
 * @param subject the account's id
 * @param generation of the account's sessions, when the person signed in; when the account's goes
 *     up, the sessions of an older one are over
 * @param authTime when the person proved who they are
 * @param amr how (RFC 8176), for example {@code pwd}
 * @param acr the authentication context that this amounts to, if it has a name
 * @param upstream where the person signed in; empty for a local account
 */
public record SignedIn(
    String subject,
    long generation,
    Instant authTime,
    Set<String> amr,
    @Nullable String acr,
    Optional<UpstreamSession> upstream) {

  public SignedIn {
    amr = Set.copyOf(amr);
  }

  /** Signed in here, in a way that has no name as an authentication context. */
  public static SignedIn locally(
      String subject, long generation, Instant authTime, Set<String> amr) {
    return new SignedIn(subject, generation, authTime, amr, null, Optional.empty());
  }
}
