package dev.latchkey.oauth.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** An entry of {@code users} as it is written, before any of it is believed. */
@RegisterForReflection
public record WrittenUser(
    @Meaning("What the person signs in with; case does not matter.") @Nullable String username,
    @Meaning("In the clear, which is why accounts are for the local profile only.")
        @Nullable String password,
    @Meaning("For people; the username if left out.") @Nullable String name,
    @Meaning("The claim email of its tokens.") @Nullable String email,
    @JsonProperty("email_verified") @Meaning("The claim email_verified of its tokens.")
        @Nullable Boolean emailVerified) {

  @Override
  public String toString() {
    return "WrittenUser[" + username + "]";
  }
}
