package dev.latchkey.fleet.wire;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;

/** Finds the endpoints by the issuer's metadata: RFC 8414, or else OpenID Connect Discovery. */
public final class Discovery {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http;

  public Discovery(Vertx vertx, boolean insecure) {
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions().setTrustAll(insecure).setVerifyHost(!insecure));
  }

  /** Fails with a {@link DiscoveryException} in words for people. */
  public Future<Endpoints> endpoints(URI issuer) {
    return metadata(inserted(issuer))
        .recover(absent -> metadata(appended(issuer)))
        .map(metadata -> read(metadata, issuer))
        .onComplete(any -> http.close());
  }

  /** RFC 8414 section 3.1: the well-known part comes before the issuer's path. */
  static URI inserted(URI issuer) {
    return issuer.resolve("/.well-known/oauth-authorization-server" + path(issuer));
  }

  static URI appended(URI issuer) {
    return issuer.resolve(path(issuer) + "/.well-known/openid-configuration");
  }

  private static String path(URI issuer) {
    var path = issuer.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  static Endpoints read(JsonObject metadata, URI issuer) {
    if (!issuer.toString().equals(metadata.getValue("issuer"))) {
      throw new DiscoveryException(
          "the metadata is of the issuer %s and not of %s (RFC 8414 section 3.3)"
              .formatted(metadata.getValue("issuer"), issuer));
    }
    return new Endpoints(
        endpoint(metadata, "device_authorization_endpoint"), endpoint(metadata, "token_endpoint"));
  }

  private static URI endpoint(JsonObject metadata, String name) {
    if (metadata.getValue(name) instanceof String address) {
      try {
        return URI.create(address);
      } catch (IllegalArgumentException e) {
        throw new DiscoveryException("the metadata's " + name + " is no address", e);
      }
    }
    throw new DiscoveryException("the metadata has no " + name);
  }

  private static JsonObject object(Buffer body) {
    try {
      return body.toJsonObject();
    } catch (DecodeException | ClassCastException e) {
      throw new DiscoveryException("the answer is no JSON object", e);
    }
  }

  private Future<JsonObject> metadata(URI address) {
    return http.request(
            new RequestOptions()
                .setAbsoluteURI(address.toString())
                .setMethod(HttpMethod.GET)
                .setTimeout(PATIENCE.toMillis()))
        .compose(request -> request.send())
        .compose(
            response ->
                response.statusCode() == 200
                    ? response.body()
                    : Future.failedFuture("status " + response.statusCode()))
        .map(Discovery::object)
        .recover(
            failure ->
                Future.failedFuture(
                    new DiscoveryException(
                        "no metadata at %s: %s".formatted(address, failure.getMessage()),
                        failure)));
  }
}
