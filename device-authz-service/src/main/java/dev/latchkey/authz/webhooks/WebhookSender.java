package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.registry.Webhook;
import dev.latchkey.authz.webhooks.TargetAddresses.PrivateAddressException;
import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.oauth.webhook.WebhookSignature;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;

/**
 * Posts events to webhooks. These are not ours: they are waited for and read only so far, they send
 * us nowhere else, and their certificate is for the name in the file, whatever address that has.
 */
@ApplicationScoped
class WebhookSender {

  private static final Logger LOG = Logger.getLogger(WebhookSender.class);

  /** Of an answer's body, which says nothing to us, so much is read to keep the connection. */
  static final int MOST_BYTES = 16 * 1024;

  private static final long BODY_MILLIS = 1_000;

  /** Servers hang up after 5 s and more. */
  private static final int KEEP_ALIVE_SECONDS = 4;

  private final Vertx vertx;
  private final HttpClient http;
  private final TargetAddresses addresses;
  private final Duration timeout;
  private final String issuer;

  @Inject
  WebhookSender(
      Vertx vertx, TargetAddresses addresses, WebhookSettings settings, PublicOrigin origin) {
    this(vertx, addresses, settings.timeout(), origin.issuer(), options(settings));
  }

  WebhookSender(
      Vertx vertx,
      TargetAddresses addresses,
      Duration timeout,
      String issuer,
      HttpClientOptions options) {
    this.vertx = vertx;
    this.http = vertx.createHttpClient(options.setConnectTimeout((int) timeout.toMillis()));
    this.addresses = addresses;
    this.timeout = timeout;
    this.issuer = issuer;
  }

  private static HttpClientOptions options(WebhookSettings settings) {
    var options =
        new HttpClientOptions()
            // Of one host there may be all: each webhook keeps to its own places.
            .setMaxPoolSize(settings.parallel() * Webhook.MOST)
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
    settings
        .trustedCertificates()
        .ifPresent(
            file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    return options;
  }

  /** Sends it, once. Does not fail: that nobody answers is an answer. */
  Uni<Answer> send(Webhook webhook, Delivery delivery) {
    return addresses
        .of(webhook.url().getHost(), delivery.attempt())
        .flatMap(address -> post(request(webhook, delivery, address)))
        .ifNoItem()
        .after(timeout)
        .fail()
        .onFailure()
        .recoverWithItem(WebhookSender::reason);
  }

  private Post request(Webhook webhook, Delivery delivery, InetAddress address) {
    var id = delivery.event().id().toString();
    var seconds = Instant.now().getEpochSecond();
    var body = CloudEvent.of(delivery.event(), issuer);
    var options = new RequestOptions().setMethod(HttpMethod.POST).setFollowRedirects(false);
    options.setAbsoluteURI(webhook.url().toString());
    // The name stays: it is asked for in the certificate and named in Host.
    options.setServer(SocketAddress.inetSocketAddress(options.getPort(), address.getHostAddress()));
    options
        .putHeader(HttpHeaders.CONTENT_TYPE, CloudEvent.MEDIA_TYPE)
        .putHeader(HttpHeaders.USER_AGENT, "Latchkey");
    WebhookSignature.headers(webhook.secrets(), id, seconds, body).forEach(options::putHeader);
    return new Post(options, body);
  }

  private record Post(RequestOptions options, String body) {}

  private Uni<Answer> post(Post post) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              var ended = new AtomicBoolean();
              http.request(post.options())
                  .onSuccess(request -> emitter.onTermination(() -> hangUp(request, ended)))
                  // Read where the answer arrives: one hop later it may be over.
                  .compose(
                      request ->
                          request.send(post.body()).compose(response -> read(response, ended)))
                  .onComplete(emitter::complete, emitter::fail);
            });
  }

  /**
   * Whatever is under way when nobody waits any more ends with the connection. After a whole answer
   * the connection may be another request's already, and a reset would end that; it still does
   * where an answer ends in the very moment in which it is too late, and then that event is sent
   * again.
   */
  private static void hangUp(HttpClientRequest request, AtomicBoolean ended) {
    if (!ended.get()) {
      request.reset();
    }
  }

  /** The status is the answer, however much follows. */
  private Future<Answer> read(HttpClientResponse response, AtomicBoolean ended) {
    Answer status = new Answer.Status(response.statusCode());
    Promise<Answer> whole = Promise.promise();
    var timer = vertx.setTimer(BODY_MILLIS, late -> whole.tryComplete(status));
    var left = new AtomicInteger(MOST_BYTES);
    response
        .handler(
            part -> {
              if (left.addAndGet(-part.length()) < 0) {
                whole.tryComplete(status);
              }
            })
        .exceptionHandler(cut -> whole.tryComplete(status))
        .endHandler(
            end -> {
              ended.set(true);
              whole.tryComplete(status);
            });
    return whole.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private static Answer reason(Throwable failure) {
    return switch (failure) {
      case TimeoutException e -> Answer.None.TIMEOUT;
      case UnknownHostException e -> Answer.None.NAME;
      case PrivateAddressException e -> Answer.None.PRIVATE_ADDRESS;
      case SSLException e -> Answer.None.TLS;
      case IOException e -> Answer.None.CONNECTION;
      case VertxException e -> Answer.None.CONNECTION;
      default -> {
        LOG.error("an event could not be sent", failure);
        yield Answer.None.OURS;
      }
    };
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
