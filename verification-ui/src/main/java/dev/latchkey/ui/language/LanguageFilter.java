package dev.latchkey.ui.language;

import dev.latchkey.oauth.language.Languages;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Lets each answer speak the browser's language, until somebody knows better. */
@ApplicationScoped
class LanguageFilter {

  /** After the headers of every answer, before anything that answers. */
  private static final int PRIORITY = 19_995;

  void register(@Observes Filters filters) {
    filters.register(LanguageFilter::choose, PRIORITY);
  }

  void localise(@Observes EngineBuilder engine) {
    engine.addTemplateInstanceInitializer(
        page -> page.setAttribute(TemplateInstance.LOCALE, Language.current()));
  }

  /** Style sheets and pictures speak no language. */
  private static void name(MultiMap headers) {
    var type = headers.get(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.startsWith("text/html")) {
      headers.set(HttpHeaders.CONTENT_LANGUAGE, Language.current().toLanguageTag());
    }
  }

  private static void choose(RoutingContext routing) {
    Language.speak(
        Languages.best(List.of(), routing.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    routing.addHeadersEndHandler(end -> name(routing.response().headers()));
    routing.next();
  }
}
