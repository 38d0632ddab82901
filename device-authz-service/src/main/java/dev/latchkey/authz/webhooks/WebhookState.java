package dev.latchkey.authz.webhooks;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook stands.
 *
 * @param waiting events that are still to be sent; counted up to {@link WebhookQueues#MOST_COUNTED}
 * @param dead dead letters, likewise
 * @param waitingSince of the event that has waited for longest
 * @param failure a word for what was wrong at {@code failedAt}
 */
public record WebhookState(
    String name,
    String url,
    Set<String> events,
    boolean enabled,
    int waiting,
    int dead,
    @Nullable Instant waitingSince,
    @Nullable Instant deliveredAt,
    @Nullable Instant failedAt,
    @Nullable String failure) {

  public WebhookState {
    events = Set.copyOf(events);
  }
}
