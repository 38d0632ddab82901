package dev.latchkey.authz.registry.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.registry.TokenRules;
import dev.latchkey.authz.registry.file.WrittenDuration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a client's refresh tokens live. */
@Schema(name = "RefreshToken", description = "How its refresh tokens live")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefreshBody(
    @Schema(defaultValue = "true") @JsonProperty("rotation") boolean rotation,
    @Schema(description = "The installation's if absent") @JsonProperty("idle_lifetime")
        @Nullable String idleLifetime,
    @Schema(description = "The installation's if absent") @JsonProperty("absolute_lifetime")
        @Nullable String absoluteLifetime) {

  static RefreshBody of(TokenRules rules) {
    return new RefreshBody(
        rules.rotatesRefreshTokens(),
        rules.refreshIdleLifetime().map(WrittenDuration::of).orElse(null),
        rules.refreshAbsoluteLifetime().map(WrittenDuration::of).orElse(null));
  }
}
