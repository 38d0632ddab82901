package dev.latchkey.oauth.route;

import dev.latchkey.oauth.error.ExceptionAnswers;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.load.OverloadAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** What an endpoint does with a form. */
public interface FormEndpoint {

  /**
   * Answers it, or fails with what {@link ExceptionAnswers} knows. Cancelled when the client hangs
   * up.
   */
  Uni<RestResponse<?>> answer(FormRequest request);

  /** Answers 503 to what there is no time for, and does nothing else for it. */
  default void sendAway(OAuthForm form, HttpServerResponse response) {
    OverloadAnswers.unavailable(response);
  }
}
