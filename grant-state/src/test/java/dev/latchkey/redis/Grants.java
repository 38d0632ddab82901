package dev.latchkey.redis;

import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.Approval;
import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.AuthenticationRequest;
import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.Decision;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.grant.NewGrant;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.Proof;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.grant.Words;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that the tests of the adapters have in common. */
final class Grants {

  static final BrowserId PHONE = new BrowserId("the-phone");
  static final BrowserId LAPTOP = new BrowserId("the-laptop");

  static final Approval ALICES =
      new Approval(
          "alice",
          Scope.stored("openid watch"),
          Instant.ofEpochSecond(1767225600),
          Set.of("pwd"),
          null);

  /** In an authentication context that has a name. */
  static final Approval STRONG =
      new Approval(
          ALICES.subject(), ALICES.scope(), ALICES.authTime(), Set.of("hwk"), "urn:example:gold");

  /** By an operator, for a service. */
  static final Approval AHEAD =
      Approval.ahead(
          "service:lobby-screens",
          Scope.stored("watch"),
          Instant.ofEpochSecond(1767225600),
          "0199c4a2-6f0e-7a3b-8d51-3f2b9a7c1e42");

  static final Decision APPROVE = new Decision.Approve(ALICES);
  static final Decision DENY = new Decision.Deny(null);

  static final NewGrant FULL =
      new NewGrant(
          StoredGrant.TV,
          "Living-room TV",
          "the-logo",
          Scope.stored("openid watch"),
          Map.of(
              "watch",
              new Words(Map.of("en", "Watch your programmes", "de", "Ihre Sendungen ansehen"))),
          new ApiAccess(StoredGrant.API, "TV programme", Duration.ofHours(1)),
          true,
          Duration.ofMinutes(10),
          Duration.ofSeconds(5),
          UserCodeFormat.DEFAULT,
          ErrorProfile.AUTH0,
          new ClaimedDevice("Telly", "Flat 55", "SN-1", "1.2.3"),
          new Proof("the-challenge", "the-thumbprint"),
          new AuthenticationRequest(
              List.of("de-AT", "en"),
              "alice@example.com",
              "corporate",
              List.of("mfa", "pwd"),
              Duration.ofHours(1)),
          new ApprovalPolicy(true, true, Set.of("10.20.0.0/16"), true, Set.of("night staff"), true),
          "203.0.113.7");

  static final NewGrant BARE =
      new NewGrant(
          StoredGrant.TV,
          "Living-room TV",
          null,
          Scope.NONE,
          Map.of(),
          null,
          false,
          Duration.ofMinutes(10),
          Duration.ofSeconds(5),
          UserCodeFormat.DEFAULT,
          ErrorProfile.RFC8628,
          ClaimedDevice.SILENT,
          Proof.NONE,
          AuthenticationRequest.NONE,
          ApprovalPolicy.NONE,
          "203.0.113.7");

  private Grants() {}

  /** An early poll's, without the time until the window opens, which depends on the test's own. */
  static PollOutcome slowDown(int seconds) {
    return new SlowDown(Duration.ofSeconds(seconds), Duration.ZERO);
  }

  /** The outcome without that time. */
  static PollOutcome untimed(PollOutcome outcome) {
    return outcome instanceof SlowDown(var interval, var opensIn)
        ? slowDown((int) interval.toSeconds())
        : outcome;
  }

  /** A bare grant that is polled in another interval. */
  static NewGrant every(Duration interval) {
    return new NewGrant(
        BARE.client(),
        BARE.clientName(),
        BARE.clientLogo(),
        BARE.scope(),
        BARE.scopeWords(),
        BARE.api(),
        BARE.refreshable(),
        BARE.lifetime(),
        interval,
        BARE.userCodeFormat(),
        BARE.errorProfile(),
        BARE.device(),
        BARE.proof(),
        BARE.authentication(),
        BARE.policy(),
        BARE.address());
  }
}
