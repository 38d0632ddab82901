package dev.latchkey.authz.webhooks.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.webhooks.WebhookState;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every webhook. */
@Schema(name = "Webhooks", description = "Every webhook, by name")
record WebhooksBody(@Schema(required = true) @JsonProperty("webhooks") List<WebhookBody> webhooks) {

  static WebhooksBody of(List<WebhookState> webhooks) {
    return new WebhooksBody(webhooks.stream().map(WebhookBody::of).toList());
  }
}
