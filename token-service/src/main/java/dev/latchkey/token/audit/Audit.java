package dev.latchkey.token.audit;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Answered;
import dev.latchkey.grant.PollOutcome.Confirming;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.audit.AuditEvent;
import dev.latchkey.oauth.audit.AuditSink;
import dev.latchkey.oauth.audit.Repetitions;
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.RefreshToken;
import dev.latchkey.token.device.Revocation;
import dev.latchkey.token.metrics.Metrics;
import dev.latchkey.token.metrics.Metrics.Redemption;
import dev.latchkey.token.metrics.Metrics.Rotation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * One method per event; none takes a code or a token, so none can be logged. What has an outcome
 * that metrics tell is counted here too.
 */
@ApplicationScoped
public class Audit {

  private final AuditSink sink;
  private final Metrics metrics;
  private final Repetitions repetitions = new Repetitions();

  Audit(AuditSink sink, Metrics metrics) {
    this.sink = sink;
    this.metrics = metrics;
  }

  /** A poll was answered; only what ends or confirms a grant is an event. */
  public void polled(GrantId grant, ClientId client, PollOutcome outcome) {
    switch (outcome) {
      case Refused refused -> {
        switch (refused) {
          // Anybody can send codes that do not exist: they would drown the rest.
          case UNKNOWN -> {}
          case UNCONFIRMED ->
              sink.write(new AuditEvent("grant.unconfirmed", grant, client, null, Map.of()));
          case DENIED, EXPIRED, PROOF_MISMATCH ->
              onceInAWhile(
                  new AuditEvent(
                      "grant.withheld", grant, client, null, Map.of("reason", word(refused))));
        }
      }
      case Granted granted -> {
        if (granted.confirmed()) {
          var subject = granted.approval().subject();
          sink.write(new AuditEvent("grant.confirmed", grant, client, subject, Map.of()));
        }
      }
      case Confirming ignored -> {}
      case SlowDown ignored -> {}
      case Answered ignored -> {}
      case Waiting ignored -> {}
    }
  }

  /** Account, client or API were stopped between approval and delivery. */
  public void refused(GrantId grant, ClientId client, String subject) {
    metrics.redemption(Redemption.REFUSED);
    sink.write(new AuditEvent("grant.refused", grant, client, subject, Map.of()));
  }

  /** A device asked again for an answer that was lost, and got the same. */
  public void answeredAgain(GrantId grant, ClientId client, String subject) {
    metrics.redemption(Redemption.ANSWERED_AGAIN);
    sink.write(new AuditEvent("grant.answered_again", grant, client, subject, Map.of()));
  }

  /** Tokens were made for an approved grant, and a device is linked. */
  public void redeemed(LinkedDevice device) {
    metrics.redemption(Redemption.REDEEMED);
    write("grant.redeemed", device, Map.of("scope", device.scope().toString()));
  }

  /** A client got an access token for itself, by {@code client_credentials}. */
  public void clientTokenIssued(ClientId client, Scope scope) {
    metrics.clientTokenIssued();
    sink.write(
        new AuditEvent(
            "client.token_issued", null, client, null, Map.of("scope", scope.toString())));
  }

  /** A device got the next generation of its refresh token. */
  public void rotated(LinkedDevice device, RefreshToken next) {
    metrics.moved(Rotation.ROTATED);
    write("device.refreshed", device, generation(next.generation()));
  }

  /** A refresh token was served once more, long after it had been replaced. */
  public void lateReplay(LinkedDevice device, RefreshToken current) {
    metrics.moved(Rotation.LATE);
    write("device.late_replay", device, generation(current.generation()));
  }

  /** A refresh token was ahead of its device's row, as after the restore of a backup. */
  public void movedForward(LinkedDevice device, RefreshToken shown) {
    metrics.moved(Rotation.FORWARD);
    write("device.moved_forward", device, generation(shown.generation()));
  }

  /** A genuine refresh token was refused; {@code generation} is the one that would be good. */
  public void refreshRefused(LinkedDevice device, long generation, Enum<?> reason) {
    var details = new HashMap<>(generation(generation));
    details.put("reason", word(reason));
    onceInAWhile(event("device.refresh_refused", device, details));
  }

  /** A genuine refresh token was shown of a device that is not there (any more). */
  public void unknownDeviceRefused(UUID device, ClientId client) {
    onceInAWhile(
        new AuditEvent(
            "device.refresh_refused",
            null,
            client,
            null,
            Map.of("device", device.toString(), "reason", "unknown")));
  }

  /** A device is linked no more. */
  public void revoked(LinkedDevice device, Revocation reason) {
    metrics.revoked(reason);
    write("device.revoked", device, Map.of("reason", word(reason)));
  }

  /** The same, by the hand of an administrator. */
  public void revokedBy(ClientId administrator, LinkedDevice device) {
    metrics.revoked(Revocation.ADMINISTRATOR);
    var details = Map.of("reason", word(Revocation.ADMINISTRATOR), "by", administrator.value());
    write("device.revoked", device, details);
  }

  /** A person calls a device by another name; which one is not noted, as they typed it. */
  public void renamed(LinkedDevice device) {
    write("device.renamed", device, Map.of());
  }

  /** A person says that they never linked this device: somebody may have tricked them. */
  public void disowned(LinkedDevice device) {
    write("device.disowned", device, Map.of("address", device.address()));
  }

  /** A client took an access token back; {@code jti} is its id, which is no credential. */
  public void tokenRevoked(ClientId client, String subject, String jti) {
    metrics.tokenRevoked();
    sink.write(new AuditEvent("token.revoked", null, client, subject, Map.of("jti", jti)));
  }

  /** Too many unknown device codes came from an address; once, and not for each refused. */
  public void unknownCodesLimited(ClientId client, String address) {
    sink.write(
        new AuditEvent(
            "limit.reached",
            null,
            client,
            null,
            Map.of("kind", "unknown_code_address", "address", address)));
  }

  /** A device refreshes too often; once, and not for each refused. */
  public void refreshesLimited(UUID device, ClientId client) {
    sink.write(
        new AuditEvent(
            "limit.reached",
            null,
            client,
            null,
            Map.of("kind", "refresh_device", "device", device.toString())));
  }

  private static Map<String, String> generation(long generation) {
    return Map.of("generation", Long.toString(generation));
  }

  private static String word(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  /** What somebody can cause as often as they like. */
  private void onceInAWhile(AuditEvent event) {
    if (repetitions.isNew(event)) {
      sink.write(event);
    }
  }

  private void write(String event, LinkedDevice device, Map<String, String> more) {
    sink.write(event(event, device, more));
  }

  private static AuditEvent event(String event, LinkedDevice device, Map<String, String> more) {
    var details = new HashMap<>(more);
    details.put("device", device.id().toString());
    return new AuditEvent(event, device.grant(), device.client(), device.subject(), details);
  }
}
