package dev.latchkey.ui.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.oauth.admin.ETag;
import dev.latchkey.ui.account.AccountRecord;
import dev.latchkey.ui.account.AccountState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account; never its password. */
@Schema(name = "User", description = "An account")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserBody(
    @Schema(required = true, format = "uuid", description = "The sub of tokens")
        @JsonProperty("subject")
        String subject,
    @Schema(
            required = true,
            description = "To sign in with; of a person of a provider <provider>/<its name there>")
        @JsonProperty("username")
        String username,
    @Schema(required = true) @JsonProperty("name") String name,
    @JsonProperty("email") @Nullable String email,
    @Schema(required = true) @JsonProperty("email_verified") boolean emailVerified,
    @Schema(
            required = true,
            enumeration = {"active", "blocked", "disabled"},
            description =
                "blocked: by an administrator. disabled: gone from the registry file of a"
                    + " developer's machine")
        @JsonProperty("state")
        String state,
    @Schema(required = true, description = "Stays when a disabled account comes back")
        @JsonProperty("blocked")
        boolean blocked,
    @Schema(required = true) @JsonProperty("has_password") boolean hasPassword,
    @Schema(
            required = true,
            description = "Who vouches for the person, by their names in the settings")
        @JsonProperty("providers")
        List<String> providers,
    @Schema(required = true) @JsonProperty("created_at") Instant createdAt,
    @Schema(required = true) @JsonProperty("updated_at") Instant updatedAt) {

  static UserBody of(AccountRecord account) {
    return new UserBody(
        account.subject(),
        account.username(),
        account.name(),
        account.email(),
        account.emailVerified(),
        state(account).name().toLowerCase(Locale.ROOT),
        account.blocked(),
        account.hasPassword(),
        account.providers(),
        account.createdAt(),
        account.updatedAt());
  }

  /** Of what is shown, and of which sessions it has. */
  static ETag etag(AccountRecord account) {
    return ETag.ofBytes((of(account) + "\n" + account.generation()).getBytes(UTF_8));
  }

  private static AccountState state(AccountRecord account) {
    if (account.disabled()) {
      return AccountState.DISABLED;
    }
    return account.blocked() ? AccountState.BLOCKED : AccountState.ACTIVE;
  }
}
