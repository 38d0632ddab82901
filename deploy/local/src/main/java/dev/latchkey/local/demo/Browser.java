package dev.latchkey.local.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** As much of a browser as plain forms need: cookies, redirects, and the headers of its origin. */
final class Browser {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(TIMEOUT)
          .build();

  Document open(URI address) {
    return send(HttpRequest.newBuilder(address).header("Sec-Fetch-Site", "none"));
  }

  Document submit(PageForm form) {
    return send(
        HttpRequest.newBuilder(form.action())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", form.page().getScheme() + "://" + form.page().getAuthority())
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(Wire.encode(form.fields()))));
  }

  private Document send(HttpRequest.Builder request) {
    try {
      var built =
          request.timeout(TIMEOUT).header("Accept", "text/html").header("Accept-Language", "en");
      var response = http.send(built.build(), BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new DemoFailure(
            "the phone got status %d from %s"
                .formatted(response.statusCode(), response.uri().getPath()));
      }
      return Jsoup.parse(response.body(), response.uri().toString());
    } catch (IOException e) {
      throw new DemoFailure("the phone has no connection: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }
}
