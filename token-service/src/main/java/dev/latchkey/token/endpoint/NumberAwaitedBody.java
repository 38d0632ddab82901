package dev.latchkey.token.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.token.grant.PollAnswer.NumberAwaited;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * {@code authorization_pending} while the page shows a number (number matching). To a client that
 * does not know the other members it is what it always was.
 *
 * @param attemptsLeft how many other wrong numbers end the request
 * @param wrong only there if it is true: this poll brought a wrong number
 */
@RegisterForReflection
record NumberAwaitedBody(
    @JsonProperty("error") OAuthError error,
    @JsonProperty("error_description") String description,
    @JsonProperty("confirmation_required") boolean required,
    @JsonProperty("confirmation_attempts_left") int attemptsLeft,
    @JsonProperty("confirmation_wrong") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean wrong) {

  static NumberAwaitedBody of(NumberAwaited awaited) {
    return new NumberAwaitedBody(
        OAuthError.AUTHORIZATION_PENDING,
        awaited.wrong()
            ? "That is not the number; poll with the one that the page shows"
            : "Approved; poll with the number that the page shows, as confirmation_number",
        true,
        awaited.attemptsLeft(),
        awaited.wrong());
  }
}
