package dev.latchkey.oauth.admin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * What a request says of the state that it knows (RFC 9110 section 13.1), so that nobody writes
 * over a change that he has not seen, or reads what he has.
 */
public final class Preconditions {

  private static final Pattern ANY = Pattern.compile("\\s*\\*\\s*");
  private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

  private Preconditions() {}

  /**
   * To be called before a change. Fails with 428 if the request does not say what it changes (RFC
   * 6585 section 3), and with 412 if that is gone.
   */
  public static void requireMatch(HttpServerRequest request, ETag current) {
    if (!request.headers().contains(HttpHeaders.IF_MATCH)) {
      throw new ProblemException(428, "Send the ETag of what you change as If-Match");
    }
    checkMatch(request, current);
  }

  /**
   * To be called before a change that is right whatever the state is, for those who want to be sure
   * all the same. Fails with 412 if the request says what it changes, and that is gone.
   */
  public static void checkMatch(HttpServerRequest request, ETag current) {
    var sent = request.headers().getAll(HttpHeaders.IF_MATCH);
    // Weak tags match nothing (RFC 9110 section 8.8.3.2, strong comparison).
    if (!sent.isEmpty() && !names(sent, current, false)) {
      throw new ProblemException(412, "It has changed since; read it again");
    }
  }

  /** The answer to a GET: 304 without the body if the caller has that state. */
  public static <T> RestResponse<T> answer(HttpServerRequest request, ETag current, T body) {
    var known = names(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), current, true);
    return (known ? ResponseBuilder.<T>create(304) : ResponseBuilder.<T>ok(body))
        .header("ETag", current.toString())
        .build();
  }

  private static boolean names(List<String> sent, ETag current, boolean weakToo) {
    return sent.stream()
        .anyMatch(
            header ->
                ANY.matcher(header).matches()
                    || TAG.matcher(header)
                        .results()
                        .anyMatch(
                            tag ->
                                (weakToo || tag.group(1) == null)
                                    && tag.group(2).equals(current.opaque())));
  }
}
