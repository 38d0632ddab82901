package dev.latchkey.grant;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who approved, and how sure we are of it.
 *
 * @param subject the account's id, the {@code sub} of tokens; or a service, see {@link
 *     ServiceSubject}
 * @param scope what was granted; never more than was asked
 * @param authTime when the person last signed in; of an approval ahead, when the device came
 * @param amr how the person signed in (RFC 8176); empty of an approval ahead
 * @param acr the authentication context that this amounts to, if it has a name
 * @param enrolment the id of the enrolment token by which an operator approved ahead; null if a
 *     person did
 */
public record Approval(
    String subject,
    Scope scope,
    Instant authTime,
    Set<String> amr,
    @Nullable String acr,
    @Nullable String enrolment) {

  public Approval {
    amr = Set.copyOf(amr);
  }

  /** Of a person, who has signed in. */
  public Approval(
      String subject, Scope scope, Instant authTime, Set<String> amr, @Nullable String acr) {
    this(subject, scope, authTime, amr, acr, null);
  }

  /** Of an operator, ahead, with nobody there when the device comes. */
  public static Approval ahead(String subject, Scope scope, Instant at, String enrolment) {
    return new Approval(subject, scope, at, Set.of(), null, enrolment);
  }
}
