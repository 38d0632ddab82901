package dev.latchkey.fleet.person;

import dev.latchkey.fleet.wire.Form;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** As much of a browser as plain forms need: cookies, redirects, and the headers of its origin. */
final class Browser {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http;
  private final AllowedHosts hosts;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

  Browser(HttpClient http, AllowedHosts hosts) {
    this.http = http;
    this.hosts = hosts;
  }

  /** The page there; fails with a {@link WalkException} if it is none. */
  Future<Document> open(URI address) {
    return go(Hop.typed(address));
  }

  Future<Document> submit(PageForm form) {
    return go(Hop.of(form, encoded(form.fields())));
  }

  private Future<Document> go(Hop hop) {
    return request(hop)
        .compose(http::request)
        .compose(request -> hop.body().map(request::send).orElseGet(request::send))
        .compose(response -> page(response, hop));
  }

  private Future<RequestOptions> request(Hop hop) {
    var address = hop.address();
    if (!hosts.allow(address)) {
      return Future.failedFuture(foreign(0, address));
    }
    var options =
        new RequestOptions()
            .setMethod(hop.method())
            .setAbsoluteURI(address.toString())
            .setTimeout(PATIENCE.toMillis())
            .putHeader("Accept", "text/html")
            .putHeader("Accept-Language", "en")
            .putHeader("Sec-Fetch-Site", hop.isTyped() ? "none" : "same-origin");
    if (hop.body().isPresent()) {
      options.putHeader("Content-Type", "application/x-www-form-urlencoded");
      hop.origin().ifPresent(origin -> options.putHeader("Origin", origin));
    }
    try {
      var sent = cookies.get(address, Map.of()).getOrDefault("Cookie", List.of());
      return Future.succeededFuture(
          sent.isEmpty() ? options : options.putHeader("Cookie", String.join("; ", sent)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Future<Document> page(HttpClientResponse response, Hop hop) {
    var address = hop.address();
    keep(response.headers().getAll("Set-Cookie"), address);
    var status = response.statusCode();
    var location = response.getHeader("Location");
    if (Hop.isRedirect(status) && location != null) {
      var next = hop.redirected(status, location);
      return hosts.allow(next.address())
          ? go(next)
          : Future.failedFuture(foreign(status, next.address()));
    }
    if (status != 200) {
      return Future.failedFuture(new WalkException(status, "from " + address.getPath()));
    }
    return response.body().map(body -> Jsoup.parse(body.toString(), address.toString()));
  }

  /** With the status of the redirect that leads there, as that was asked for. */
  private static WalkException foreign(int status, URI address) {
    return new WalkException(
        status, "the way leads to %s (see --also-host)".formatted(address.getHost()));
  }

  private void keep(List<String> setCookies, URI address) {
    try {
      cookies.put(address, Map.of("Set-Cookie", setCookies));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(Map<String, String> fields) {
    var form = Form.EMPTY;
    for (var field : fields.entrySet()) {
      form = form.and(field.getKey(), field.getValue());
    }
    return form.encoded();
  }
}
