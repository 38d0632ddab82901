package dev.latchkey.ui.page;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** templates/NoticePage.html */
record NoticePage(Notice notice) implements TemplateInstance {

  /** Answers outside of the resources, unless that was done already. */
  static void send(RoutingContext routing, Notice notice) {
    var response = routing.response();
    if (!response.ended()) {
      response
          .setStatusCode(notice.status())
          .putHeader(HttpHeaders.CONTENT_TYPE, Page.HTML)
          .end(new NoticePage(notice).render());
    }
  }
}
