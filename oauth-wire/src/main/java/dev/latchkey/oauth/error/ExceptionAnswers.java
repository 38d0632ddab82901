package dev.latchkey.oauth.error;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.oauth.store.StoreUnavailableException;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The one place that turns an exception into an answer. A class of its own: mappers inside a
 * resource never see 405, 406 and 415.
 */
public class ExceptionAnswers {

  @ServerExceptionMapper
  public RestResponse<ErrorBody> refused(OAuthException e) {
    Log.debugf(e.getCause(), "refused: %s, %s", e.error().code(), e.description());
    var answer = ErrorAnswers.of(e.error().status(), new ErrorBody(e.error(), e.description()));
    if (e.challenged()) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"latchkey\", charset=\"UTF-8\"");
    }
    return answer.build();
  }

  @ServerExceptionMapper
  public RestResponse<ErrorBody> away(GrantStoreException e) {
    return storeAway(e);
  }

  @ServerExceptionMapper
  public RestResponse<ErrorBody> away(StoreUnavailableException e) {
    return storeAway(e);
  }

  /** 404, 405, 406, 413, 415: the framework's own answers keep their status. */
  @ServerExceptionMapper
  public RestResponse<ErrorBody> http(WebApplicationException e, UriInfo address) {
    var status = e.getResponse().getStatus();
    var answer =
        ErrorAnswers.of(status, new ErrorBody(OAuthError.INVALID_REQUEST, sentence(status)));
    if (status == 405) {
      answer.header(HttpHeaders.ALLOW, allowed(address.getPath()));
    }
    return answer.build();
  }

  /** {@code Throwable}, because errors of the Vert.x clients are not all RuntimeExceptions. */
  @ServerExceptionMapper
  public RestResponse<ErrorBody> failed(Throwable e) {
    Log.error("request failed", e);
    return ErrorAnswers.of(OAuthError.SERVER_ERROR, "The server failed; the operator can tell why");
  }

  private static RestResponse<ErrorBody> storeAway(RuntimeException e) {
    Log.warnf("answered 503: %s: %s", e.getMessage(), e.getCause());
    return ErrorAnswers.unavailable(OAuthError.TEMPORARILY_UNAVAILABLE, ErrorAnswers.BUSY);
  }

  /** The framework does not say; every endpoint but these takes POST alone. */
  private static String allowed(String path) {
    if (path.startsWith("/.well-known/")) {
      return "GET, HEAD";
    }
    return path.equals("/userinfo") ? "GET, HEAD, POST" : "POST";
  }

  private static String sentence(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address";
      case 405 -> "This address does not take that method";
      case 406 -> "This endpoint answers application/json";
      case 413 -> "The request is too large";
      case 415 -> "Send the parameters as application/x-www-form-urlencoded";
      default -> "The request could not be read";
    };
  }
}
