package dev.latchkey.authz.webhooks.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.webhooks.DeadLetter;
import dev.latchkey.oauth.admin.AdminQuery;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of dead letters. */
@Schema(name = "DeadLetters", description = "A page of dead letters, the newest events first")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLettersBody(
    @Schema(required = true) @JsonProperty("dead_letters") List<DeadLetterBody> deadLetters,
    @Schema(description = "The cursor of the next page; absent if there is nothing older")
        @JsonProperty("next")
        @Nullable String next) {

  /**
   * @param found one more than the page has, if there are more
   */
  static DeadLettersBody of(List<DeadLetter> found, AdminQuery query) {
    var page = found.subList(0, Math.min(query.limit(), found.size()));
    return new DeadLettersBody(
        page.stream().map(DeadLetterBody::of).toList(),
        found.size() > page.size()
            ? query.cursorAt(List.of(page.getLast().event().id().toString()))
            : null);
  }
}
