package dev.latchkey.oauth.route;

import dev.latchkey.oauth.error.ExceptionAnswers;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.load.OverloadAnswers;
import dev.latchkey.oauth.trace.RequestKind;
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

  /** What it asks for, in a word of {@link RequestKind}; asked if requests are traced. */
  String kind(OAuthForm form);

  /** Answers 503 to what there is no time for, and does nothing else for it. */
  default void sendAway(OAuthForm form, HttpServerResponse response) {
    OverloadAnswers.unavailable(response);
  }
}
