package dev.latchkey.token.userinfo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.grant.Scope;
import dev.latchkey.token.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * Who the person is, as far as the scopes allow (OpenID Connect Core sections 5.1 and 5.4).
 *
 * @param updatedAt seconds since the epoch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserinfoBody(
    @JsonProperty("sub") String subject,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("preferred_username") @Nullable String username,
    @JsonProperty("updated_at") @Nullable Long updatedAt,
    @JsonProperty("email") @Nullable String email,
    @JsonProperty("email_verified") @Nullable Boolean emailVerified) {

  static UserinfoBody of(Account account, Scope scope) {
    var profile = scope.contains("profile");
    var email = scope.contains("email") && account.email() != null;
    return new UserinfoBody(
        account.id().toString(),
        profile ? account.name() : null,
        profile ? account.username() : null,
        profile ? account.updatedAt().getEpochSecond() : null,
        email ? account.email() : null,
        email ? account.emailVerified() : null);
  }
}
