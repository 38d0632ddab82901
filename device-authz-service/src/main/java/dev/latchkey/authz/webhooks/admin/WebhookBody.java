package dev.latchkey.authz.webhooks.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.webhooks.WebhookState;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One webhook. */
@Schema(name = "Webhook", description = "A webhook that the registry file declares, or did")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookBody(
    @Schema(required = true) @JsonProperty("name") String name,
    @Schema(required = true) @JsonProperty("url") String url,
    @Schema(
            required = true,
            description = "The kinds of events that it is sent; every kind if none")
        @JsonProperty("events")
        List<String> events,
    @Schema(required = true, description = "false if it is stopped, or gone from the file")
        @JsonProperty("enabled")
        boolean enabled,
    @Schema(required = true, description = "Events still to be sent; 10000 stands for that or more")
        @JsonProperty("waiting")
        int waiting,
    @Schema(required = true, description = "Dead letters, likewise") @JsonProperty("dead") int dead,
    @Schema(description = "Since when the oldest of these waits") @JsonProperty("waiting_since")
        @Nullable Instant waitingSince,
    @Schema(description = "When it took an event last") @JsonProperty("delivered_at")
        @Nullable Instant deliveredAt,
    @Schema(description = "When it did not, last") @JsonProperty("failed_at")
        @Nullable Instant failedAt,
    @Schema(description = "What was wrong then", examples = "http_500") @JsonProperty("failure")
        @Nullable String failure) {

  static WebhookBody of(WebhookState webhook) {
    return new WebhookBody(
        webhook.name(),
        webhook.url(),
        webhook.events().stream().sorted().toList(),
        webhook.enabled(),
        webhook.waiting(),
        webhook.dead(),
        webhook.waitingSince(),
        webhook.deliveredAt(),
        webhook.failedAt(),
        webhook.failure());
  }
}
