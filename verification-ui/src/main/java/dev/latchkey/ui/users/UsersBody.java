package dev.latchkey.ui.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.ui.account.AccountRecord;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of accounts. */
@Schema(name = "Users", description = "A page of accounts, by subject")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UsersBody(
    @Schema(required = true) @JsonProperty("users") List<UserBody> users,
    @Schema(description = "The cursor of the next page; absent if this is the last")
        @JsonProperty("next")
        @Nullable String next) {

  /**
   * @param found one more than the page has, if there are more
   */
  static UsersBody of(List<AccountRecord> found, AdminQuery query) {
    var page = found.subList(0, Math.min(query.limit(), found.size()));
    return new UsersBody(
        page.stream().map(UserBody::of).toList(),
        found.size() > page.size() ? query.cursorAt(List.of(page.getLast().subject())) : null);
  }
}
