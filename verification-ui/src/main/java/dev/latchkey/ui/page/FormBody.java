package dev.latchkey.ui.page;

import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads the forms that browsers send, before the framework can: for {@code %ZZ} or a thousand
 * fields it throws where no mapper sees it, and leaves the browser without an answer.
 */
@ApplicationScoped
public class FormBody {

  private static final String KEY = FormBody.class.getName();
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final OAuthForm EMPTY = OAuthForm.parse(new byte[0]);

  /** Beyond this the sender is no browser with a form of ours. */
  private static final long MOST_DROPPED = 1024 * 1024;

  private final long longest;

  FormBody(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longest) {
    this.longest = longest.asLongValue();
  }

  /** A field of the form that was sent; empty if it was not filled in or not there. */
  public static String field(RoutingContext routing, String name) {
    OAuthForm form = routing.get(KEY, EMPTY);
    return form.optional(name).orElse("");
  }

  void register(@Observes Filters filters) {
    filters.register(this::read, StrictHeaders.PRIORITY - 10);
  }

  private void read(RoutingContext routing) {
    var form = isForm(routing.request());
    var length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (exceeds(form ? MOST_DROPPED : longest, length)) {
      // Not even worth reading.
      routing.response().putHeader(HttpHeaders.CONNECTION, "close");
      NoticePage.send(routing, Notice.TOO_LARGE);
    } else if (form) {
      collect(routing);
    } else {
      routing.next();
    }
  }

  /** A body that is too long is read and dropped: a browser listens when it has done talking. */
  private void collect(RoutingContext routing) {
    var request = routing.request();
    var body = Buffer.buffer();
    request
        .handler(
            chunk -> {
              if (body.length() <= longest) {
                body.appendBuffer(chunk);
              } else if (request.bytesRead() > MOST_DROPPED) {
                request.connection().close();
              }
            })
        .endHandler(end -> collected(routing, body))
        .resume();
  }

  private void collected(RoutingContext routing, Buffer body) {
    if (body.length() > longest) {
      NoticePage.send(routing, Notice.TOO_LARGE);
    } else {
      parse(routing, body);
    }
  }

  private static void parse(RoutingContext routing, Buffer body) {
    try {
      routing.put(KEY, OAuthForm.parse(body.getBytes()));
    } catch (OAuthException e) {
      NoticePage.send(routing, Notice.BAD_REQUEST);
      return;
    }
    routing.next();
  }

  private static boolean isForm(HttpServerRequest request) {
    var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return request.method().equals(HttpMethod.POST)
        && type != null
        && type.toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  private static boolean exceeds(long limit, @Nullable String contentLength) {
    try {
      return contentLength != null && Long.parseLong(contentLength) > limit;
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
