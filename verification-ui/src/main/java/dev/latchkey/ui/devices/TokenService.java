package dev.latchkey.ui.devices;

import dev.latchkey.ticket.TicketId;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** token-service, which does what tickets say. */
@ApplicationScoped
class TokenService {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient http;
  private final String address;

  TokenService(Vertx vertx, TokenServiceConfig config) {
    this.address = config.url().resolve("/internal/devices").toString();
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                // People do this a few times a year.
                .setKeepAlive(false));
  }

  /** Has the ticket's wish done. Never fails: what cannot be known is an answer too. */
  Uni<ActionAnswer> perform(TicketId ticket) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(address)
            .setFollowRedirects(false)
            .setTimeout(TIMEOUT.toMillis())
            .putHeader(HttpHeaders.CONTENT_TYPE, FORM);
    // By timers of Vert.x: the answer is then in the request's own context, with its language.
    return Uni.createFrom()
        .completionStage(
            () ->
                http.request(options)
                    .transform(
                        connected ->
                            connected.succeeded()
                                ? send(connected.result(), ticket)
                                : Future.succeededFuture(unreached(connected.cause())))
                    .timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .otherwise(failure -> unsure(failure.toString()))
                    .toCompletionStage());
  }

  private static Future<ActionAnswer> send(HttpClientRequest request, TicketId ticket) {
    return request.send("ticket=" + ticket.value()).map(answer -> answer(answer.statusCode()));
  }

  private static ActionAnswer answer(int status) {
    return switch (status) {
      case 204 -> ActionAnswer.DONE;
      case 404 -> ActionAnswer.NO_DEVICE;
      case 403 -> {
        Log.error("token-service does not know a ticket that was just written: same Redis?");
        yield ActionAnswer.NOT_DONE;
      }
      default -> unsure("status " + status);
    };
  }

  private static ActionAnswer unreached(Throwable failure) {
    Log.warnf("token-service was not reached: %s", failure.toString());
    return ActionAnswer.NOT_DONE;
  }

  private static ActionAnswer unsure(String reason) {
    Log.warnf("token-service did not say what it did: %s", reason);
    return ActionAnswer.UNSURE;
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
