package dev.latchkey.authz.events.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.events.AuditedEvent;
import dev.latchkey.oauth.admin.AdminQuery;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of audit events. */
@Schema(name = "Events", description = "A page of audit events, the newest first")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventsBody(
    @Schema(required = true) @JsonProperty("events") List<EventBody> events,
    @Schema(description = "The cursor of the next page; absent if there is nothing older")
        @JsonProperty("next")
        @Nullable String next) {

  /**
   * @param found one more than the page has, if there are more
   */
  static EventsBody of(List<AuditedEvent> found, AdminQuery query) {
    var page = found.subList(0, Math.min(query.limit(), found.size()));
    return new EventsBody(
        page.stream().map(EventBody::of).toList(),
        found.size() > page.size() ? query.cursorAt(EventQuery.place(page.getLast().id())) : null);
  }
}
