package dev.latchkey.chaos.load;

import dev.latchkey.chaos.book.Ask;
import dev.latchkey.chaos.book.Books;
import dev.latchkey.chaos.book.Came;
import dev.latchkey.chaos.book.Protocol;
import dev.latchkey.chaos.book.Reply;
import dev.latchkey.chaos.book.Wish;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person with a phone and a session of their own, who fills in whatever form comes next. */
final class Phone {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_FORMS = 6;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(Redirect.NORMAL)
          .build();
  private final Books books;
  private final String username;
  private final String password;

  Phone(Books books, String username, String password) {
    this.books = books;
    this.username = username;
    this.password = password;
  }

  /** What the person learned in one go. */
  enum Learned {
    /** It is done: the page of the end says so. */
    TOLD,
    /** The pages know nothing of it, or not any more: it is over. */
    OVER,
    /** Something is away; they try again. */
    NOTHING
  }

  /** Opens the address, and does what the person wants, page by page. */
  Learned decide(URI address, Wish wish) throws InterruptedException {
    var page = send(HttpRequest.newBuilder(address).GET());
    for (var forms = 0; page.isPresent() && forms < MOST_FORMS; forms++) {
      var shown = page.get();
      if (shown.selectFirst(wish == Wish.APPROVE ? "p.mark.yes" : "p.mark.no") != null) {
        return Learned.TOLD;
      }
      var form = shown.selectFirst("main form:has(.choice), main form:has(#password)");
      if (form == null) {
        return Learned.OVER;
      }
      page = submit(shown, form, wish);
    }
    return Learned.NOTHING;
  }

  private Optional<Document> submit(Document page, Element form, Wish wish)
      throws InterruptedException {
    var fields = new TreeMap<String, String>();
    for (var input : form.select("input")) {
      fields.put(
          input.attr("name"),
          switch (input.attr("name")) {
            case "username" -> username;
            case "password" -> password;
            default -> input.attr("value");
          });
    }
    var buttons = form.select(".choice button[name=decision]");
    if (!buttons.isEmpty()) {
      var pressed = wish == Wish.APPROVE ? buttons.last() : buttons.first();
      fields.put("decision", pressed == null ? "" : pressed.attr("value"));
    }
    var from = URI.create(page.baseUri());
    return send(
        HttpRequest.newBuilder(from.resolve(form.attr("action")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", from.getScheme() + "://" + from.getAuthority())
            .POST(BodyPublishers.ofString(Wire.encode(fields))));
  }

  /** The page; none if nobody served it. */
  private Optional<Document> send(HttpRequest.Builder request) throws InterruptedException {
    var sent = books.timeline().send(Ask.PAGE, System.nanoTime(), Duration.ZERO);
    var came = Came.NOTHING;
    try {
      var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      came = Wire.came(answer.statusCode(), answer.body());
      Protocol.offence(Ask.PAGE, reply(answer)).ifPresent(books::offend);
      return came.isTrouble()
          ? Optional.empty()
          : Optional.of(Jsoup.parse(answer.body(), answer.uri().toString()));
    } catch (IOException e) {
      return Optional.empty();
    } finally {
      books.timeline().over(sent, System.nanoTime(), came);
    }
  }

  private static Reply reply(HttpResponse<String> answer) {
    var later = answer.headers().firstValue("Retry-After").isPresent();
    return new Reply(answer.statusCode(), false, "", "", later, Wire.mayBeStored(answer));
  }
}
