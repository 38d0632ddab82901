package dev.latchkey.authz.enrolment;

import dev.latchkey.authz.enrolment.EnrolmentApproval.Approved;
import dev.latchkey.authz.enrolment.EnrolmentApproval.Refused;
import dev.latchkey.grant.ClientId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What administrators do with enrolment tokens, each change an audit event. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL is away; a change may then
 * have happened or not.
 */
@ApplicationScoped
public class EnrolmentAdministration {

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private final EnrolmentTable table;
  private final EnrolmentRules rules;
  private final EnrolmentAudit audit;
  private final EnrolmentConfig config;

  EnrolmentAdministration(
      EnrolmentTable table, EnrolmentRules rules, EnrolmentAudit audit, EnrolmentConfig config) {
    if (config.longestValidity().compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "latchkey.enrolment.longest-validity is at least a minute");
    }
    this.table = table;
    this.rules = rules;
    this.audit = audit;
    this.config = config;
  }

  /**
   * Makes a token. Its secret is known to the caller alone, and cannot be had again. Fails with
   * {@link dev.latchkey.oauth.admin.ProblemException} if there can be no such token.
   */
  public Uni<NewEnrolmentToken> create(EnrolmentWish wish, ClientId administrator) {
    rules.checkWindow(wish, Instant.now());
    var secret = EnrolmentSecret.random();
    var state =
        wish.secondApproval() || config.fourEyes()
            ? EnrolmentState.AWAITING_APPROVAL
            : EnrolmentState.ACTIVE;
    return rules
        .settle(wish)
        .flatMap(settled -> table.create(secret, settled, state, administrator))
        .invoke(token -> audit.created(token, administrator))
        .map(token -> new NewEnrolmentToken(token, secret));
  }

  public Uni<Optional<EnrolmentToken>> find(UUID id) {
    return table.find(id);
  }

  /** Makes a token active that awaits that. One that is active stays as it is. */
  public Uni<EnrolmentApproval> approve(UUID id, ClientId administrator) {
    return table
        .find(id)
        .flatMap(
            found ->
                found
                    .map(token -> approve(token, administrator))
                    .orElseGet(() -> answer(Refused.UNKNOWN)));
  }

  private Uni<EnrolmentApproval> approve(EnrolmentToken token, ClientId administrator) {
    return switch (token.state()) {
      case ACTIVE -> answer(new Approved(token));
      case REVOKED -> answer(Refused.REVOKED);
      case AWAITING_APPROVAL ->
          token.createdBy().equals(administrator)
              ? answer(Refused.OWN)
              : table
                  .approve(token.id(), administrator)
                  .flatMap(
                      approved ->
                          approved
                              .map(now -> done(now, administrator))
                              // Somebody else was faster, or has revoked it.
                              .orElseGet(() -> approve(token.id(), administrator)));
    };
  }

  private Uni<EnrolmentApproval> done(EnrolmentToken token, ClientId administrator) {
    audit.approved(token, administrator);
    return answer(new Approved(token));
  }

  private static Uni<EnrolmentApproval> answer(EnrolmentApproval answer) {
    return Uni.createFrom().item(answer);
  }

  /**
   * Revokes a token, for good: no further device is enrolled by it. Those that are stay linked.
   *
   * @param check is given the token as it is, unless it is revoked already; it may throw
   * @return whether there is such a token
   */
  public Uni<Boolean> revoke(UUID id, Consumer<EnrolmentToken> check, ClientId administrator) {
    return table
        .find(id)
        .flatMap(
            found -> {
              if (found.isEmpty() || found.get().state() == EnrolmentState.REVOKED) {
                return Uni.createFrom().item(found.isPresent());
              }
              check.accept(found.get());
              return table
                  .revoke(found.get(), administrator)
                  .flatMap(
                      revoked -> {
                        revoked.ifPresent(token -> audit.revoked(token, administrator));
                        return revoked.isPresent()
                            ? Uni.createFrom().item(true)
                            : revoke(id, check, administrator);
                      });
            });
  }
}
