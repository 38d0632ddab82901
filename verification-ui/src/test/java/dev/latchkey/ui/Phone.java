package dev.latchkey.ui;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A browser: keeps cookies, fills in forms, follows redirects when told to. */
public final class Phone {

  private static final Pattern FORM =
      Pattern.compile("<form[^>]* action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private String language = "en";

  /** Where it is, as the proxy that tests come through says. */
  public Phone at(String address) {
    headers.put("X-Forwarded-For", address);
    return this;
  }

  /** Its browser sends that as Accept-Language. */
  public Phone speaking(String acceptLanguage) {
    language = acceptLanguage;
    return this;
  }

  public Response open(String path) {
    // As it is: addresses of ours are encoded already.
    return keepCookies(request().urlEncodingEnabled(false).get(path));
  }

  /** Opens the page that a redirect leads to; another answer is the page. */
  public Response follow(Response answer) {
    var at = answer;
    while (at.statusCode() == 303) {
      at = open(at.header("Location"));
    }
    return at;
  }

  /** Sends the page's form to that address, with its hidden fields and these. */
  public Response send(Response page, String action, Map<String, String> typed) {
    var fields = hidden(page, action);
    fields.putAll(typed);
    return post(action, fields);
  }

  public Response post(String action, Map<String, String> fields) {
    return keepCookies(
        request()
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .formParams(fields)
            .post(action));
  }

  /** The hidden fields of the page's form with that address. */
  public static Map<String, String> hidden(Response page, String action) {
    var forms = FORM.matcher(page.asString());
    while (forms.find()) {
      if (forms.group(1).equals(action)) {
        var fields = new LinkedHashMap<String, String>();
        var inputs = HIDDEN.matcher(forms.group(2));
        while (inputs.find()) {
          fields.put(inputs.group(1), inputs.group(2));
        }
        return fields;
      }
    }
    throw new AssertionError("no form for " + action + " in: " + page.asString());
  }

  /** Where the page's link to that path leads. */
  public static String link(Response page, String path) {
    var link = Pattern.compile("href=\"(" + path + "[^\"]*)\"").matcher(page.asString());
    if (!link.find()) {
      throw new AssertionError("no link to " + path + " in: " + page.asString());
    }
    return link.group(1).replace("&amp;", "&");
  }

  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  /** Those that it would send somewhere. */
  public Set<String> cookieNames() {
    return Set.copyOf(cookies.keySet());
  }

  /** Its person deletes all cookies. */
  public void forget() {
    cookies.clear();
  }

  /** Opens an address that is encoded already, or never will be. */
  public Response openAsIs(String path) {
    return keepCookies(request().urlEncodingEnabled(false).get(path));
  }

  /** Opens the path with another Host header. */
  public Response openAt(String host, String path) {
    return keepCookies(request().header("Host", host).get(path));
  }

  public void setCookie(String name, String value) {
    cookies.put(name, value);
  }

  // The steps of a person, each from the page before.

  public Response typeCode(String code) {
    return send(open("/device"), "/device", Map.of("user_code", code));
  }

  public Response confirm(Response page, String decision) {
    return send(page, "/device/confirm", Map.of("decision", decision));
  }

  public Response signIn(Response page, String username, String password) {
    return send(page, "/login", Map.of("username", username, "password", password));
  }

  /** Leaves the box ticked, as it comes. */
  public Response consent(Response page, String decision) {
    return send(page, "/device/consent", Map.of("decision", decision, "remember", "yes"));
  }

  public Response consentOnce(Response page) {
    return send(page, "/device/consent", Map.of("decision", "approve"));
  }

  public Response number(Response page, String decision) {
    return send(page, "/device/number", Map.of("decision", decision));
  }

  /** Signs in away from any device. */
  public void signIn(String username, String password) {
    signIn(open("/login"), username, password).then().statusCode(303);
  }

  private RequestSpecification request() {
    return given()
        .redirects()
        .follow(false)
        .cookies(cookies)
        .headers(headers)
        .header("Accept-Language", language);
  }

  private Response keepCookies(Response answer) {
    answer
        .detailedCookies()
        .forEach(
            cookie -> {
              if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
              } else {
                cookies.put(cookie.getName(), cookie.getValue());
              }
            });
    return answer;
  }
}
