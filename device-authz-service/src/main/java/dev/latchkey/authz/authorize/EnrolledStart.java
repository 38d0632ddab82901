package dev.latchkey.authz.authorize;

import dev.latchkey.authz.audit.Audit;
import dev.latchkey.authz.enrolment.EnrolmentSecret;
import dev.latchkey.authz.enrolment.EnrolmentStart;
import dev.latchkey.authz.enrolment.EnrolmentToken;
import dev.latchkey.authz.enrolment.Enrolments;
import dev.latchkey.grant.CreateOutcome;
import dev.latchkey.grant.CreateOutcome.Created;
import dev.latchkey.grant.CreateOutcome.Exhausted;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.GrantIssuance;
import dev.latchkey.grant.NewGrant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Starts of devices that an operator has approved ahead: nobody is asked (ADR 0022). */
@ApplicationScoped
class EnrolledStart {

  private final Enrolments enrolments;
  private final GrantIssuance grants;
  private final Audit audit;

  EnrolledStart(Enrolments enrolments, GrantIssuance grants, Audit audit) {
    this.enrolments = enrolments;
    this.grants = grants;
    this.audit = audit;
  }

  /**
   * Creates a grant that is approved already, for as much of the wish as the operator has approved.
   * Fails with {@code invalid_grant} if the token is of no use here.
   *
   * <p>The device is counted last: nobody knows the grant's device code before, so that one that is
   * not counted is redeemed by nobody.
   *
   * @param grant makes the grant of what is left of the wish
   */
  Uni<Creation> create(
      EnrolmentSecret secret, Wish wish, Function<AccessRequest, Uni<NewGrant>> grant) {
    var start = start(wish);
    return enrolments.admit(secret, start).flatMap(token -> create(token, start, wish, grant));
  }

  private Uni<Creation> create(
      EnrolmentToken token,
      EnrolmentStart start,
      Wish wish,
      Function<AccessRequest, Uni<NewGrant>> grant) {
    var given = wish.access().within(token.scopes());
    return grant
        .apply(given)
        .flatMap(
            approved ->
                grants
                    .createApproved(approved, token.approval(given.scope()))
                    .call(outcome -> count(token, start, approved, outcome))
                    .invoke(outcome -> tell(token, start, approved, outcome))
                    .map(outcome -> new Creation(approved, outcome)));
  }

  private Uni<Void> count(
      EnrolmentToken token, EnrolmentStart start, NewGrant grant, CreateOutcome outcome) {
    return switch (outcome) {
      case Created created -> enrolments.use(token, start, id(created), grant.device());
      case Exhausted.NO_FREE_USER_CODE -> Uni.createFrom().voidItem();
    };
  }

  private void tell(
      EnrolmentToken token, EnrolmentStart start, NewGrant grant, CreateOutcome outcome) {
    audit.created(grant, outcome);
    switch (outcome) {
      case Created created -> enrolments.enrolled(token, start, id(created), grant.scope());
      case Exhausted.NO_FREE_USER_CODE -> {}
    }
  }

  private static GrantId id(Created created) {
    return created.deviceCode().grantId();
  }

  private static EnrolmentStart start(Wish wish) {
    var api = wish.access().api();
    return new EnrolmentStart(
        wish.client().id(),
        api == null ? null : api.identifier(),
        wish.access().scope(),
        wish.address());
  }
}
