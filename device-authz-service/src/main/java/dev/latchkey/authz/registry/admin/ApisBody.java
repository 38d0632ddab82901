package dev.latchkey.authz.registry.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.registry.StoredApi;
import dev.latchkey.oauth.admin.AdminQuery;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of APIs. */
@Schema(name = "Apis", description = "A page of APIs, by identifier")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApisBody(
    @Schema(required = true) @JsonProperty("apis") List<ApiBody> apis,
    @Schema(description = "The cursor of the next page; absent if this is the last")
        @JsonProperty("next")
        @Nullable String next) {

  /**
   * @param found one more than the page has, if there are more
   */
  static ApisBody of(List<StoredApi> found, AdminQuery query) {
    return new ApisBody(
        EntryQuery.page(found, query).stream().map(ApiBody::of).toList(),
        EntryQuery.next(found, query, stored -> stored.api().identifier()));
  }
}
