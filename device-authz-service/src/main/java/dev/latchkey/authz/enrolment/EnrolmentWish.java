package dev.latchkey.authz.enrolment;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an administrator wants to approve ahead.
 *
 * @param account whose the devices are; or
 * @param service to which service they belong, its name
 * @param api the API they get access to; the client's own if it is not said
 * @param validFrom now if it is not said
 * @param secondApproval whether another administrator is to approve it, whatever the settings say
 */
public record EnrolmentWish(
    String label,
    ClientId client,
    Optional<UUID> account,
    Optional<String> service,
    Scope scopes,
    Optional<String> api,
    int allowed,
    Optional<Instant> validFrom,
    Instant validUntil,
    boolean secondApproval) {

  /** The same, for that API or for none. */
  EnrolmentWish at(Optional<String> settled) {
    return new EnrolmentWish(
        label,
        client,
        account,
        service,
        scopes,
        settled,
        allowed,
        validFrom,
        validUntil,
        secondApproval);
  }
}
