package dev.latchkey.oauth.route;

import dev.latchkey.oauth.cors.EarlyRefusals;
import dev.latchkey.oauth.error.ErrorAnswers;
import dev.latchkey.oauth.error.ExceptionAnswers;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.form.StrictRequests;
import dev.latchkey.oauth.origin.Endpoint;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves endpoints that take a form by POST and answer JSON. */
@ApplicationScoped
public class FormRoutes {

  /** What an endpoint does with a form. */
  @FunctionalInterface
  public interface Action {

    /**
     * Answers it, or fails with what {@link ExceptionAnswers} knows. Cancelled when the client
     * hangs up.
     */
    Uni<RestResponse<?>> answer(HttpServerRequest request, OAuthForm form);
  }

  private final ExceptionAnswers failures;
  private final EarlyRefusals refusals;
  private final AnswerWriter writer;

  FormRoutes(ExceptionAnswers failures, EarlyRefusals refusals, AnswerWriter writer) {
    this.failures = failures;
    this.refusals = refusals;
    this.writer = writer;
  }

  /** Serves an endpoint under all its paths. */
  public void serve(Router router, Endpoint endpoint, Action action) {
    endpoint
        .paths()
        .forEach(path -> router.route(path).handler(call -> serve(call.request(), action)));
  }

  private void serve(HttpServerRequest request, Action action) {
    if (!request.method().equals(HttpMethod.POST)) {
      var refusal = ErrorAnswers.http(405).header(HttpHeaders.ALLOW, HttpMethod.POST.name());
      answer(request, refusal.build());
    } else if (!StrictRequests.isForm(request)) {
      answer(request, ErrorAnswers.http(415).build());
    } else {
      FormBody.of(request).onComplete(body -> act(request, body, action));
    }
  }

  private void act(HttpServerRequest request, AsyncResult<byte[]> body, Action action) {
    if (body.failed()) {
      fail(request, body.cause());
      return;
    }
    try {
      var work =
          action
              .answer(request, OAuthForm.parse(body.result()))
              .subscribe()
              .with(answer -> answer(request, answer), failure -> fail(request, failure));
      if (!request.response().ended()) {
        request.response().closeHandler(gone -> work.cancel());
      }
    } catch (RuntimeException e) {
      fail(request, e);
    }
  }

  private void fail(HttpServerRequest request, Throwable failure) {
    answer(request, failures.of(failure));
  }

  private void answer(HttpServerRequest request, RestResponse<?> answer) {
    refusals
        .letBeRead(request, answer.getStatus())
        .subscribe()
        .with(done -> writer.write(request.response(), answer));
  }
}
