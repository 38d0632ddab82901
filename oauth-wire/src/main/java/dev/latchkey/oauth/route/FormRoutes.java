package dev.latchkey.oauth.route;

import static jakarta.ws.rs.core.HttpHeaders.ALLOW;

import dev.latchkey.oauth.cors.EarlyRefusals;
import dev.latchkey.oauth.error.ErrorAnswers;
import dev.latchkey.oauth.error.ExceptionAnswers;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.form.StrictRequests;
import dev.latchkey.oauth.load.Overload;
import dev.latchkey.oauth.origin.Endpoint;
import dev.latchkey.oauth.readiness.Departure;
import dev.latchkey.oauth.trace.RequestSpan;
import dev.latchkey.oauth.trace.Traces;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves endpoints that take a form by POST and answer JSON. */
@ApplicationScoped
public class FormRoutes {

  private final Overload overload;
  private final ExceptionAnswers failures;
  private final EarlyRefusals refusals;
  private final AnswerWriter writer;
  private final Traces traces;
  private final Departure departure;

  FormRoutes(
      Overload overload,
      ExceptionAnswers failures,
      EarlyRefusals refusals,
      AnswerWriter writer,
      Traces traces,
      Departure departure) {
    this.overload = overload;
    this.failures = failures;
    this.refusals = refusals;
    this.writer = writer;
    this.traces = traces;
    this.departure = departure;
  }

  /** Serves an endpoint under all its paths. */
  public void serve(Router router, Endpoint endpoint, FormEndpoint action) {
    endpoint
        .paths()
        .forEach(path -> router.route(path).handler(call -> serve(withoutRouting(call), action)));
  }

  /** Of a poll that is held, what the router knows of it would be held as well. */
  private static HttpServerRequest withoutRouting(RoutingContext call) {
    return QuarkusRequestWrapper.get(call.request());
  }

  private void serve(HttpServerRequest http, FormEndpoint endpoint) {
    if (!http.method().equals(HttpMethod.POST)) {
      var refusal = ErrorAnswers.http(405).header(ALLOW, HttpMethod.POST.name());
      answer(http, refusal.build());
    } else if (!StrictRequests.isForm(http)) {
      answer(http, ErrorAnswers.http(415).build());
    } else {
      FormBody.of(http).onComplete(body -> act(http, body, endpoint));
    }
  }

  private void act(HttpServerRequest http, AsyncResult<byte[]> body, FormEndpoint endpoint) {
    if (body.failed()) {
      refuseBody(http, body.cause());
      return;
    }
    try {
      var form = OAuthForm.parse(body.result());
      var place = overload.tryEnter();
      if (place == null) {
        endpoint.sendAway(form, http.response());
      } else {
        act(new FormRequest(http, form, place), endpoint);
      }
    } catch (RuntimeException e) {
      fail(http, e);
    }
  }

  private void act(FormRequest request, FormEndpoint endpoint) {
    var http = request.http();
    var place = request.place();
    var span = traces.isOn() ? begin(request, endpoint) : RequestSpan.NONE;
    try {
      var work =
          endpoint
              .answer(request)
              .subscribe()
              .with(
                  answer -> {
                    place.leave();
                    answer(http, span, answer);
                  },
                  failure -> {
                    place.leave();
                    answer(http, span, failures.of(failure));
                  });
      if (!http.response().ended()) {
        http.response()
            .closeHandler(
                gone -> {
                  place.leave();
                  work.cancel();
                  span.abandoned();
                });
      }
    } catch (RuntimeException e) {
      place.leave();
      answer(http, span, failures.of(e));
    }
  }

  /** From here on, as only the form says what is asked; what is refused before has no span. */
  private RequestSpan begin(FormRequest request, FormEndpoint endpoint) {
    var http = request.http();
    // Others spell a path of ours in ways of their own.
    var route = Endpoint.at(http.path()).isPresent() ? http.path() : null;
    return traces.begin(http, route, endpoint.kind(request.form()));
  }

  /** What follows on this connection would be the rest of the body: it ends with the answer. */
  private void refuseBody(HttpServerRequest http, Throwable failure) {
    if (http.response().closed()) {
      return;
    }
    LastAnswer.on(http);
    answer(
        http,
        failure instanceof WebApplicationException refused
            ? failures.http(refused)
            : ErrorAnswers.http(400).build());
  }

  private void fail(HttpServerRequest http, Throwable failure) {
    answer(http, failures.of(failure));
  }

  private void answer(HttpServerRequest http, RequestSpan span, RestResponse<?> answer) {
    span.answered(answer.getStatus());
    answer(http, answer);
  }

  private void answer(HttpServerRequest http, RestResponse<?> answer) {
    // The framework does so for requests that come after; this is for those that came before, such
    // as polls that are held: their next request would find nobody.
    if (departure.hasBegun() && http.version() == HttpVersion.HTTP_1_1) {
      LastAnswer.on(http);
    }
    refusals
        .letBeRead(http, answer.getStatus())
        .invoke(() -> writer.write(http.response(), answer))
        .subscribe()
        .with(
            done -> {},
            unwritten -> {
              Log.error("an answer could not be written", unwritten);
              http.connection().close();
            });
  }
}
