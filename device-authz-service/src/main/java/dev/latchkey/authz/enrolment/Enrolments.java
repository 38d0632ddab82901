package dev.latchkey.authz.enrolment;

import static dev.latchkey.oauth.error.OAuthError.INVALID_GRANT;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.error.OAuthException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Devices that come with an enrolment token. Whatever is wrong with one, the device is told the
 * same, {@code invalid_grant}: what exactly, is in the audit log and in the metrics.
 */
@ApplicationScoped
public class Enrolments {

  private final EnrolmentTable table;
  private final EnrolmentAudit audit;
  private final EnrolmentMetrics metrics;

  Enrolments(EnrolmentTable table, EnrolmentAudit audit, EnrolmentMetrics metrics) {
    this.table = table;
    this.audit = audit;
    this.metrics = metrics;
  }

  /**
   * The token, if it is of use to this start; it is not counted yet. Fails with {@code
   * invalid_grant} otherwise, and with {@link dev.latchkey.oauth.store.StoreUnavailableException}
   * when PostgreSQL is away.
   */
  public Uni<EnrolmentToken> admit(EnrolmentSecret secret, EnrolmentStart start) {
    Uni<Optional<EnrolmentToken>> found =
        secret.isForm() ? table.find(secret) : Uni.createFrom().item(Optional.empty());
    return found.map(
        token -> {
          var known = token.orElseThrow(() -> refuse(EnrolmentOutcome.UNKNOWN));
          known
              .refusal(start)
              .ifPresent(
                  reason -> {
                    throw refuse(known, reason, start);
                  });
          return known;
        });
  }

  /**
   * Counts a device that was admitted, and notes it; nobody may have its device code before that.
   * However many come at the same time, no more are counted than the token is for. Fails as {@link
   * #admit} does. If PostgreSQL fails half-way the device may have been counted: then its place is
   * lost.
   */
  public Uni<Void> use(
      EnrolmentToken token, EnrolmentStart start, GrantId grant, ClaimedDevice device) {
    return table
        .use(token.id(), grant, device, start.address())
        .flatMap(counted -> counted ? Uni.createFrom().voidItem() : tooLate(token, start));
  }

  /** Tells that a device is enrolled. */
  public void enrolled(EnrolmentToken token, EnrolmentStart start, GrantId grant, Scope granted) {
    metrics.add(EnrolmentOutcome.ENROLLED);
    audit.used(token, grant, granted, start.address());
  }

  /** Others came first, or somebody has revoked it in between. */
  private Uni<Void> tooLate(EnrolmentToken token, EnrolmentStart start) {
    return table
        .find(token.id())
        .map(now -> now.flatMap(it -> it.refusal(start)).orElse(EnrolmentOutcome.USED_UP))
        .flatMap(reason -> Uni.createFrom().failure(refuse(token, reason, start)));
  }

  private OAuthException refuse(
      EnrolmentToken token, EnrolmentOutcome reason, EnrolmentStart start) {
    audit.refused(token, reason, start.client(), start.address());
    return refuse(reason);
  }

  private OAuthException refuse(EnrolmentOutcome reason) {
    metrics.add(reason);
    return new OAuthException(
        INVALID_GRANT, "The enrolment token is not valid, or not for this request");
  }
}
