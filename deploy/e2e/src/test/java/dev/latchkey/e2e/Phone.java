package dev.latchkey.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A person with a phone, without the browser's weight: fills in whatever form comes next. */
final class Phone {

  private static final int MOST_FORMS = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NORMAL).build();
  private final String username;
  private final String password;

  private Phone(String username, String password) {
    this.username = username;
    this.password = password;
  }

  static Phone ofAlice() {
    return of("alice", "wonderland");
  }

  static Phone of(String username, String password) {
    return new Phone(username, password);
  }

  /** Opens the address and says yes until nothing is asked any more. */
  void approve(URI address) {
    var page = open(address);
    for (var forms = 0; forms < MOST_FORMS; forms++) {
      var form = page.body().contains("You are all set") ? null : form(page);
      if (form == null) {
        break;
      }
      page = submit(page.uri(), form);
    }
    if (!page.body().contains("You are all set")) {
      throw new AssertionError("not approved: " + Jsoup.parse(page.body()).text());
    }
  }

  /** Opens the address and types the code, no more. */
  void enter(Tv.Codes codes) {
    var page = open(codes.page());
    var form = form(page);
    form.select("#user_code").attr("value", codes.userCode());
    submit(page.uri(), form);
  }

  HttpResponse<String> open(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  private HttpResponse<String> submit(URI page, Element form) {
    var fields = new TreeMap<String, String>();
    form.select("input")
        .forEach(
            input ->
                fields.put(
                    input.attr("name"),
                    switch (input.attr("name")) {
                      case "username" -> username;
                      case "password" -> password;
                      default -> input.attr("value");
                    }));
    var yes = form.select("button[name=decision]").last();
    if (yes != null) {
      fields.put("decision", yes.attr("value"));
    }
    Secrets.noteAll(fields);
    return send(
        HttpRequest.newBuilder(page.resolve(form.attr("action")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", page.getScheme() + "://" + page.getAuthority())
            .POST(BodyPublishers.ofString(Wire.encode(fields))));
  }

  private static Element form(HttpResponse<String> page) {
    var form = Jsoup.parse(page.body()).selectFirst("main form");
    if (form == null) {
      throw new AssertionError("no form in: " + Jsoup.parse(page.body()).text());
    }
    return form;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var page = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      cookies.getCookieStore().getCookies().forEach(c -> Secrets.note("cookie", c.getValue()));
      return page;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
