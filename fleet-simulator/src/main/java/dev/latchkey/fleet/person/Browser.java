package dev.latchkey.fleet.person;

import dev.latchkey.fleet.wire.Form;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** As much of a browser as plain forms need: cookies, redirects, and the headers of its origin. */
final class Browser {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_REDIRECTS = 10;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303);

  private final HttpClient http;
  private final AllowedHosts hosts;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

  Browser(HttpClient http, AllowedHosts hosts) {
    this.http = http;
    this.hosts = hosts;
  }

  /** The page there; fails with a {@link WalkException} if it is none. */
  Future<Document> open(URI address) {
    return get(address, "none", 0);
  }

  Future<Document> submit(PageForm form) {
    var fields = encoded(form.fields());
    if (!form.posts()) {
      return get(form.action().resolve("?" + fields), "same-origin", 0);
    }
    var origin = form.page().getScheme() + "://" + form.page().getAuthority();
    return request(HttpMethod.POST, form.action(), "same-origin")
        .map(
            options ->
                options
                    .putHeader("Content-Type", "application/x-www-form-urlencoded")
                    .putHeader("Origin", origin))
        .compose(http::request)
        .compose(request -> request.send(fields))
        .compose(response -> page(response, form.action(), 0));
  }

  private Future<Document> get(URI address, String site, int redirects) {
    return request(HttpMethod.GET, address, site)
        .compose(http::request)
        .compose(request -> request.send())
        .compose(response -> page(response, address, redirects));
  }

  private Future<RequestOptions> request(HttpMethod method, URI address, String site) {
    if (!hosts.allow(address)) {
      return Future.failedFuture(
          new WalkException("the way leads to %s (see --also-host)".formatted(address.getHost())));
    }
    var options =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(address.toString())
            .setTimeout(PATIENCE.toMillis())
            .putHeader("Accept", "text/html")
            .putHeader("Accept-Language", "en")
            .putHeader("Sec-Fetch-Site", site);
    try {
      var sent = cookies.get(address, Map.of()).getOrDefault("Cookie", List.of());
      return Future.succeededFuture(
          sent.isEmpty() ? options : options.putHeader("Cookie", String.join("; ", sent)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Future<Document> page(HttpClientResponse response, URI address, int redirects) {
    keep(response.headers().getAll("Set-Cookie"), address);
    var location = response.getHeader("Location");
    if (REDIRECTS.contains(response.statusCode()) && location != null) {
      return redirects == MOST_REDIRECTS
          ? Future.failedFuture(new WalkException("too many redirects"))
          : get(address.resolve(location), "same-origin", redirects + 1);
    }
    if (response.statusCode() != 200) {
      return Future.failedFuture(
          new WalkException(
              "status %d from %s".formatted(response.statusCode(), address.getPath())));
    }
    return response.body().map(body -> Jsoup.parse(body.toString(), address.toString()));
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
