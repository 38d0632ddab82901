package dev.latchkey.oauth.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one hook. What it answers is waited for and read only so far, and it sends us
 * nowhere else.
 */
final class HookClient {

  private static final int MOST_BYTES = 16 * 1024;

  private final Vertx vertx;
  private final HttpClient http;
  private final HookSettings hook;

  HookClient(Vertx vertx, HookSettings hook) {
    this.vertx = vertx;
    this.hook = hook;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) hook.timeout().toMillis())
                .setMaxPoolSize(hook.parallel())
                // Shorter than most servers keep a connection, so that none is closed under us.
                .setKeepAliveTimeout(4));
  }

  /** The body of its answer. Fails with {@link HookFailure}. */
  Uni<String> post(String body, Map<String, String> headers) {
    return Uni.createFrom().emitter(answer -> post(body, headers, answer));
  }

  private void post(String body, Map<String, String> headers, UniEmitter<? super String> answer) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(hook.url().toString())
            .setFollowRedirects(false)
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
            .putHeader(HttpHeaders.ACCEPT, "application/json");
    headers.forEach(options::putHeader);
    var exchange = new Exchange();
    var timer =
        vertx.setTimer(
            hook.timeout().toMillis(),
            late -> {
              answer.fail(new HookFailure("no answer within " + hook.timeout()));
              exchange.giveUp();
            });
    http.request(options)
        .compose(request -> exchange.send(request, Buffer.buffer(body)))
        .onComplete(done -> vertx.cancelTimer(timer))
        .onFailure(failed -> exchange.giveUp())
        .onComplete(
            read -> answer.complete(read.toString(UTF_8)), failed -> answer.fail(told(failed)));
  }

  private static HookFailure told(Throwable failure) {
    return failure instanceof HookFailure known
        ? known
        : new HookFailure("not reached: " + failure.getMessage(), failure);
  }

  private static Future<Buffer> read(HttpClientResponse answer) {
    Promise<Buffer> whole = Promise.promise();
    answer.exceptionHandler(whole::tryFail);
    if (answer.statusCode() != 200) {
      whole.fail(new HookFailure("status " + answer.statusCode()));
    } else if (!isJson(answer.getHeader(HttpHeaders.CONTENT_TYPE))) {
      whole.fail(new HookFailure("the answer is not application/json"));
    } else {
      read(answer, whole);
    }
    return whole.future();
  }

  private static void read(HttpClientResponse answer, Promise<Buffer> whole) {
    var body = Buffer.buffer();
    answer
        .handler(
            part -> {
              if (body.length() + part.length() > MOST_BYTES) {
                whole.tryFail(new HookFailure("more than " + MOST_BYTES + " bytes"));
              } else {
                body.appendBuffer(part);
              }
            })
        .endHandler(end -> whole.tryComplete(body));
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
  }

  void close() {
    http.close();
  }

  /** A request that nobody waits for any more takes its connection with it. */
  private static final class Exchange {

    private @Nullable HttpClientRequest request;
    private boolean over;

    /** The answer, read where it arrives: one hop later it may be over. */
    synchronized Future<Buffer> send(HttpClientRequest connected, Buffer body) {
      request = connected;
      if (over) {
        connected.reset();
        return Future.failedFuture(new HookFailure("connected too late"));
      }
      return connected.send(body).compose(HookClient::read);
    }

    synchronized void giveUp() {
      over = true;
      if (request != null) {
        request.reset();
      }
    }
  }
}
