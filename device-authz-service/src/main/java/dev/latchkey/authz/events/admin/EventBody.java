package dev.latchkey.authz.events.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.events.AuditedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One audit event. */
@Schema(
    name = "Event",
    description = "An audit event; docs/audit-events.md lists all that there are")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventBody(
    @Schema(required = true, description = "Its own; sorts by time") @JsonProperty("id") UUID id,
    @Schema(required = true, description = "When it happened, by the clock of the service")
        @JsonProperty("time")
        Instant time,
    @Schema(required = true, description = "Which one wrote it") @JsonProperty("service")
        String service,
    @Schema(required = true, examples = "grant.approved") @JsonProperty("event") String event,
    @Schema(
            enumeration = {"fdeaz", "fdeac", "fdecc", "fede", "sede"},
            description = "What Auth0 calls it, if it has a name there")
        @JsonProperty("auth0")
        @Nullable String auth0,
    @Schema(description = "The grant that it is about") @JsonProperty("grant")
        @Nullable String grant,
    @JsonProperty("client_id") @Nullable String clientId,
    @Schema(description = "The account that it is about") @JsonProperty("subject")
        @Nullable String subject,
    @Schema(required = true, description = "Further fields of this event, by name")
        @JsonProperty("details")
        Map<String, String> details) {

  static EventBody of(AuditedEvent event) {
    return new EventBody(
        event.id(),
        event.time(),
        event.service(),
        event.name(),
        event.auth0(),
        event.grant(),
        event.client(),
        event.subject(),
        event.details());
  }
}
