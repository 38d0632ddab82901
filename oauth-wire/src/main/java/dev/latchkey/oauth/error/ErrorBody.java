package dev.latchkey.oauth.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * The body of every refusal (RFC 6749 section 5.2).
 *
 * @param error the code
 * @param description a sentence for the developer of the client
 * @param interval with {@code slow_down}: the seconds to wait between polls from now on
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorBody(
    @JsonProperty("error") OAuthError error,
    @JsonProperty("error_description") String description,
    @JsonProperty("interval") @Nullable Long interval) {

  public ErrorBody(OAuthError error, String description) {
    this(error, description, null);
  }
}
