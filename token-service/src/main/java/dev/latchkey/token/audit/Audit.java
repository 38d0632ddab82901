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
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.RefreshToken;
import dev.latchkey.token.device.Revocation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One method per event; none takes a code or a token, so none can be logged. */
@ApplicationScoped
public class Audit {

  private final AuditSink sink;

  Audit(AuditSink sink) {
    this.sink = sink;
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
              sink.write(
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
    sink.write(new AuditEvent("grant.refused", grant, client, subject, Map.of()));
  }

  /** A device asked again for an answer that was lost, and got the same. */
  public void answeredAgain(GrantId grant, ClientId client, String subject) {
    sink.write(new AuditEvent("grant.answered_again", grant, client, subject, Map.of()));
  }

  /** Tokens were made for an approved grant, and a device is linked. */
  public void redeemed(LinkedDevice device) {
    write("grant.redeemed", device, Map.of("scope", device.scope().toString()));
  }

  /** A client got an access token for itself, by {@code client_credentials}. */
  public void clientTokenIssued(ClientId client, Scope scope) {
    sink.write(
        new AuditEvent(
            "client.token_issued", null, client, null, Map.of("scope", scope.toString())));
  }

  /** A device got the next generation of its refresh token. */
  public void rotated(LinkedDevice device, RefreshToken next) {
    write("device.refreshed", device, generation(next.generation()));
  }

  /** A refresh token was served once more, long after it had been replaced. */
  public void lateReplay(LinkedDevice device, RefreshToken current) {
    write("device.late_replay", device, generation(current.generation()));
  }

  /** A refresh token was ahead of its device's row, as after the restore of a backup. */
  public void movedForward(LinkedDevice device, RefreshToken shown) {
    write("device.moved_forward", device, generation(shown.generation()));
  }

  /** A genuine refresh token was refused; {@code generation} is the one that would be good. */
  public void refreshRefused(LinkedDevice device, long generation, Enum<?> reason) {
    var details = new HashMap<>(generation(generation));
    details.put("reason", word(reason));
    write("device.refresh_refused", device, details);
  }

  /** A genuine refresh token was shown of a device that is not there (any more). */
  public void unknownDeviceRefused(UUID device, ClientId client) {
    sink.write(
        new AuditEvent(
            "device.refresh_refused",
            null,
            client,
            null,
            Map.of("device", device.toString(), "reason", "unknown")));
  }

  /** A device is linked no more. */
  public void revoked(LinkedDevice device, Revocation reason) {
    write("device.revoked", device, Map.of("reason", word(reason)));
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
    sink.write(new AuditEvent("token.revoked", null, client, subject, Map.of("jti", jti)));
  }

  private static Map<String, String> generation(long generation) {
    return Map.of("generation", Long.toString(generation));
  }

  private static String word(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private void write(String event, LinkedDevice device, Map<String, String> more) {
    var details = new HashMap<>(more);
    details.put("device", device.id().toString());
    sink.write(new AuditEvent(event, device.grant(), device.client(), device.subject(), details));
  }
}
