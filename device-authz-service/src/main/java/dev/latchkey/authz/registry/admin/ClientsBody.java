package dev.latchkey.authz.registry.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.registry.StoredClient;
import dev.latchkey.oauth.admin.AdminQuery;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of clients. */
@Schema(name = "Clients", description = "A page of clients, by client_id")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientsBody(
    @Schema(required = true) @JsonProperty("clients") List<ClientBody> clients,
    @Schema(description = "The cursor of the next page; absent if this is the last")
        @JsonProperty("next")
        @Nullable String next) {

  /**
   * @param found one more than the page has, if there are more
   */
  static ClientsBody of(List<StoredClient> found, AdminQuery query) {
    return new ClientsBody(
        EntryQuery.page(found, query).stream().map(ClientBody::withoutLogo).toList(),
        EntryQuery.next(found, query, stored -> stored.client().id().value()));
  }
}
