package dev.latchkey.authz.enrolment;

import dev.latchkey.grant.Approval;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has approved ahead. All times are by PostgreSQL's clock.
 *
 * @param label what administrators know it by
 * @param subject of the devices' tokens: an account's id, or a {@link
 *     dev.latchkey.grant.ServiceSubject}
 * @param scopes what a device may get; it gets of these what it asks for
 * @param api the identifier of the API that they get access to, if any
 * @param allowed how many devices it is for
 * @param used how many have come
 * @param version of what administrators change, not of {@code used}
 * @param createdBy the client of the administrator, as the others
 * @param asOf when this was read
 */
public record EnrolmentToken(
    UUID id,
    String label,
    ClientId client,
    String subject,
    Scope scopes,
    @Nullable String api,
    int allowed,
    int used,
    Instant validFrom,
    Instant validUntil,
    EnrolmentState state,
    long version,
    Instant createdAt,
    ClientId createdBy,
    @Nullable Instant approvedAt,
    @Nullable ClientId approvedBy,
    @Nullable Instant revokedAt,
    @Nullable ClientId revokedBy,
    Instant asOf) {

  /** The approval of a device that gets that scope. */
  public Approval approval(Scope granted) {
    return Approval.ahead(subject, granted, asOf, id.toString());
  }

  /** Why it is of no use to that start, if it is not. */
  Optional<EnrolmentOutcome> refusal(EnrolmentStart start) {
    if (!client.equals(start.client())) {
      return Optional.of(EnrolmentOutcome.OTHER_CLIENT);
    }
    if (!Objects.equals(api, start.api())) {
      return Optional.of(EnrolmentOutcome.OTHER_API);
    }
    if (!start.scope().isEmpty() && start.scope().intersect(scopes.tokens()).isEmpty()) {
      return Optional.of(EnrolmentOutcome.OTHER_SCOPE);
    }
    return switch (state) {
      case AWAITING_APPROVAL -> Optional.of(EnrolmentOutcome.AWAITING_APPROVAL);
      case REVOKED -> Optional.of(EnrolmentOutcome.REVOKED);
      case ACTIVE -> spent();
    };
  }

  private Optional<EnrolmentOutcome> spent() {
    if (asOf.isBefore(validFrom)) {
      return Optional.of(EnrolmentOutcome.EARLY);
    }
    if (!asOf.isBefore(validUntil)) {
      return Optional.of(EnrolmentOutcome.EXPIRED);
    }
    return used < allowed ? Optional.empty() : Optional.of(EnrolmentOutcome.USED_UP);
  }
}
