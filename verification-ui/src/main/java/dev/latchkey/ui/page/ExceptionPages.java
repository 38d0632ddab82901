package dev.latchkey.ui.page;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.oauth.error.AllowedMethods;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.ui.metrics.Metrics;
import dev.latchkey.ui.metrics.Metrics.Failure;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns exceptions into pages, where the other services answer JSON: hence before their mapper.
 * Addresses are not logged, because the query of {@code /device} holds a code.
 */
public class ExceptionPages {

  private static final int BEFORE_JSON = Priorities.USER - 1000;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final Metrics metrics;

  ExceptionPages(Metrics metrics) {
    this.metrics = metrics;
  }

  @ServerExceptionMapper(priority = BEFORE_JSON)
  public Uni<RestResponse<String>> away(GrantStoreException e) {
    return busy(e);
  }

  @ServerExceptionMapper(priority = BEFORE_JSON)
  public Uni<RestResponse<String>> away(StoreUnavailableException e) {
    return busy(e);
  }

  @ServerExceptionMapper(priority = BEFORE_JSON)
  public Uni<RestResponse<String>> away(BusyException e) {
    return busy(e);
  }

  /** 404, 405, 406, 413, 415: the framework's own answers keep their status. */
  @ServerExceptionMapper(priority = BEFORE_JSON)
  public Uni<RestResponse<String>> http(WebApplicationException e) {
    var status = e.getResponse().getStatus();
    return Page.of(status, new NoticePage(Notice.of(status)))
        .invoke(
            page -> {
              if (status == METHOD_NOT_ALLOWED) {
                page.getHeaders().putSingle(HttpHeaders.ALLOW, AllowedMethods.here());
              }
            });
  }

  /** {@code Throwable}, because errors of the Vert.x clients are not all RuntimeExceptions. */
  @ServerExceptionMapper(priority = BEFORE_JSON)
  public Uni<RestResponse<String>> failed(Throwable e) {
    Log.error("request failed", e);
    metrics.failed(Failure.FAILED);
    return Page.of(Notice.FAILED);
  }

  private Uni<RestResponse<String>> busy(RuntimeException e) {
    Log.warnf("answered 503: %s: %s", e.getMessage(), e.getCause());
    metrics.failed(Failure.UNAVAILABLE);
    return Page.of(Notice.BUSY);
  }
}
