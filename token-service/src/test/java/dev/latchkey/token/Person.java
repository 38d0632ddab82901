package dev.latchkey.token;

import static dev.latchkey.token.Neighbours.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.Approval;
import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.Decision;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.Scope;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Alice, with a phone in her hand that shows the page of a grant. */
public record Person(GrantDecisions decisions) {

  private static final BrowserId PHONE = new BrowserId("the-phone");
  private static final Duration BOND = Duration.ofMinutes(2);
  private static final Decision DENY = new Decision.Deny(null);
  private static final Decision APPROVE =
      new Decision.Approve(
          new Approval(
              ALICE.toString(),
              Scope.stored(StoredGrant.SCOPE),
              Instant.ofEpochSecond(1767225600),
              Set.of("pwd"),
              null));

  /** A grant that she may decide on. */
  public static StoredGrant opens(StoredGrant grant) {
    return grant.openedBy(PHONE, BOND);
  }

  public void approve(DeviceCode code) {
    decide(code, APPROVE);
  }

  public void deny(DeviceCode code) {
    decide(code, DENY);
  }

  private void decide(DeviceCode code, Decision decision) {
    var outcome =
        decisions.decide(code.grantId(), PHONE, decision).await().atMost(Duration.ofSeconds(5));
    assertThat(outcome).isEqualTo(DecisionOutcome.RECORDED);
  }
}
