package dev.latchkey.oauth.client;

import dev.latchkey.oauth.store.StoreUnavailableException;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The clients' own servers, from which we fetch their keys. They are not ours: what they answer is
 * waited for and read only so far, and they send us nowhere else.
 */
@ApplicationScoped
class KeyServers {

  static final int MOST_BYTES = 64 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Vertx vertx;
  private final HttpClient http;
  private final boolean loopbackInClear;

  @Inject
  KeyServers(Vertx vertx) {
    this(vertx, ConfigUtils.isProfileActive("local") || LaunchMode.current().isDevOrTest());
  }

  /**
   * @param loopbackInClear whether {@code http} will do on this machine
   */
  KeyServers(Vertx vertx, boolean loopbackInClear) {
    this.vertx = vertx;
    this.loopbackInClear = loopbackInClear;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) TIMEOUT.toMillis())
                .setMaxPoolSize(1)
                // We come every few minutes.
                .setKeepAlive(false));
  }

  /** The keys there. Fails with {@link StoreUnavailableException} if it does not give any. */
  Uni<KeySet> fetch(URI uri) {
    if (!isAllowed(uri)) {
      return Uni.createFrom().failure(unavailable(uri, new IOException("not https")));
    }
    return body(uri)
        .map(Buffer::toString)
        .map(KeySet::parse)
        .map(parsed -> parsed.orElseThrow(() -> new IllegalArgumentException("no JWK Set")))
        .onFailure()
        .transform(failure -> unavailable(uri, failure));
  }

  /** The registry refuses such addresses too; this is where it matters. */
  private boolean isAllowed(URI uri) {
    var host = uri.getHost();
    return host != null
        && ("https".equalsIgnoreCase(uri.getScheme())
            || (loopbackInClear
                && "http".equalsIgnoreCase(uri.getScheme())
                && LOOPBACK.contains(host)));
  }

  private Uni<Buffer> body(URI uri) {
    var options =
        new RequestOptions()
            .setAbsoluteURI(uri.toString())
            .setFollowRedirects(false)
            .putHeader(HttpHeaders.ACCEPT, "application/jwk-set+json, application/json");
    return Uni.createFrom()
        .emitter(
            emitter -> {
              var timer =
                  vertx.setTimer(
                      TIMEOUT.toMillis(), late -> emitter.fail(new TimeoutException("too slow")));
              http.request(options)
                  .onSuccess(request -> emitter.onTermination(request::reset))
                  .compose(HttpClientRequest::send)
                  .compose(KeyServers::read)
                  .onComplete(done -> vertx.cancelTimer(timer))
                  .onComplete(emitter::complete, emitter::fail);
            });
  }

  private static Future<Buffer> read(HttpClientResponse answer) {
    Promise<Buffer> whole = Promise.promise();
    answer.exceptionHandler(whole::tryFail);
    if (answer.statusCode() != 200) {
      whole.fail(new IOException("status " + answer.statusCode()));
    } else if (!isJson(answer.getHeader(HttpHeaders.CONTENT_TYPE))) {
      whole.fail(new IOException("not JSON"));
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
                whole.tryFail(new IOException("more than " + MOST_BYTES + " bytes"));
              } else {
                body.appendBuffer(part);
              }
            })
        .endHandler(end -> whole.tryComplete(body));
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json") || type.endsWith("+json");
  }

  private static StoreUnavailableException unavailable(URI uri, Throwable cause) {
    return new StoreUnavailableException("no keys from " + uri.getHost(), cause);
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
