package dev.latchkey.session;

import java.time.Instant;
import java.util.Set;

/**
 * The person in a session.
 *
 * @param subject the account's id
 * @param authTime when the person proved who they are
 * @param amr how (RFC 8176), for example {@code pwd}
 */
public record SignedIn(String subject, Instant authTime, Set<String> amr) {

  public SignedIn {
    amr = Set.copyOf(amr);
  }
}
