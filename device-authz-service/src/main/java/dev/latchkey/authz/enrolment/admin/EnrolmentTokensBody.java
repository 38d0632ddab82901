package dev.latchkey.authz.enrolment.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.enrolment.EnrolmentToken;
import dev.latchkey.oauth.admin.AdminQuery;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of enrolment tokens. */
@Schema(name = "EnrolmentTokens", description = "A page of enrolment tokens, the newest first")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnrolmentTokensBody(
    @Schema(required = true) @JsonProperty("enrolment_tokens") List<EnrolmentTokenBody> tokens,
    @Schema(description = "The cursor of the next page; absent on the last one")
        @JsonProperty("next")
        @Nullable String next) {

  /**
   * @param found one more than the page has, if there are more
   */
  static EnrolmentTokensBody of(List<EnrolmentToken> found, AdminQuery query) {
    var page = found.subList(0, Math.min(query.limit(), found.size()));
    return new EnrolmentTokensBody(
        page.stream().map(EnrolmentTokenBody::of).toList(),
        found.size() > page.size() ? query.cursorAt(EnrolmentPlaces.of(page.getLast())) : null);
  }
}
