package dev.latchkey.ui.upstream;

import dev.latchkey.ui.account.UpstreamFailure;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Says that a sign-in at a provider came to nothing: to the person, and to the audit log. */
@ApplicationScoped
class Failures {

  private final Audit audit;

  Failures(Audit audit) {
    this.audit = audit;
  }

  /** The page; with the account's subject if there is one. */
  Uni<RestResponse<String>> page(RoundTrip trip, UpstreamFailure reason, @Nullable String subject) {
    audit.loginFailed(subject, trip.provider().name(), reason, trip.address());
    return unnoted(trip, reason);
  }

  /** The page, of which the audit log is not told. */
  Uni<RestResponse<String>> unnoted(RoundTrip trip, UpstreamFailure reason) {
    return Page.of(
        reason.status(),
        new UpstreamFailed(
            reason,
            trip.provider().label(),
            trip.visit().isPresent(),
            trip.again(),
            trip.otherWay(),
            trip.code()));
  }
}
