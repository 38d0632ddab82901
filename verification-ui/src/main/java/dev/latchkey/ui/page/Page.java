package dev.latchkey.ui.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers with pages. */
public final class Page {

  static final String HTML = "text/html;charset=UTF-8";

  private Page() {}

  public static Uni<RestResponse<String>> of(TemplateInstance page) {
    return of(200, page);
  }

  /** A page that is not what was asked for, such as a form with an error in it. */
  public static Uni<RestResponse<String>> of(int status, TemplateInstance page) {
    return page.createUni().map(html -> html(status, html).build());
  }

  /** A form again, with a mistake in it. */
  public static Uni<RestResponse<String>> mistyped(TemplateInstance page) {
    return of(422, page);
  }

  public static Uni<RestResponse<String>> of(Notice notice) {
    return of(notice.status(), new NoticePage(notice));
  }

  /** See other: what follows a POST, so that reloading and going back repeat nothing. */
  public static Uni<RestResponse<String>> redirect(String path) {
    // Relative, and by header: the builder's location() would resolve it by the Host header.
    return Uni.createFrom()
        .item(
            ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build());
  }

  private static ResponseBuilder<String> html(int status, String html) {
    return ResponseBuilder.<String>create(status)
        .entity(html)
        .header(HttpHeaders.CONTENT_TYPE, HTML);
  }
}
