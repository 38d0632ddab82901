package dev.latchkey.authz.webhooks.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.webhooks.DeadLetter;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One dead letter. */
@Schema(
    name = "DeadLetter",
    description = "An audit event that is not sent any more; all of it is at /admin/events")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterBody(
    @Schema(required = true, description = "The event's") @JsonProperty("id") UUID id,
    @Schema(required = true, description = "When it happened") @JsonProperty("time") Instant time,
    @Schema(required = true, examples = "grant.approved") @JsonProperty("event") String event,
    @JsonProperty("client_id") @Nullable String clientId,
    @Schema(required = true, description = "How often it was sent") @JsonProperty("attempts")
        int attempts,
    @Schema(required = true, description = "Since when it is not sent any more")
        @JsonProperty("died_at")
        Instant diedAt,
    @Schema(required = true, description = "What was wrong last", examples = "http_410")
        @JsonProperty("failure")
        String failure) {

  static DeadLetterBody of(DeadLetter letter) {
    var event = letter.event();
    return new DeadLetterBody(
        event.id(),
        event.time(),
        event.name(),
        event.client(),
        letter.attempts(),
        letter.diedAt(),
        letter.failure());
  }
}
