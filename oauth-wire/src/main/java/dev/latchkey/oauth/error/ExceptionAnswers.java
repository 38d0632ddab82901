package dev.latchkey.oauth.error;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.oauth.store.StoreUnavailableException;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns exceptions into the answers of OAuth endpoints, alike in all services: our refusals,
 * limits, kill switches, stores that are away, what the framework refuses, and mistakes of ours.
 * Protected resources ({@link dev.latchkey.oauth.token.ChallengeAnswers}), administration ({@link
 * dev.latchkey.oauth.admin.ProblemAnswers}) and pages have mappers of their own. A class of its
 * own: mappers inside a resource never see 405, 406 and 415.
 */
public class ExceptionAnswers {

  private final ErrorMetrics metrics;

  ExceptionAnswers(ErrorMetrics metrics) {
    this.metrics = metrics;
  }

  /** The answer to whatever an endpoint fails with, outside of a resource. */
  public RestResponse<ErrorBody> of(Throwable failure) {
    return switch (failure) {
      case OAuthException e -> refused(e);
      case TooManyRequestsException e -> tooMany(e);
      case SwitchedOffException e -> switchedOff(e);
      case GrantStoreException e -> away(e);
      case StoreUnavailableException e -> away(e);
      case WebApplicationException e -> http(e);
      default -> failed(failure);
    };
  }

  @ServerExceptionMapper
  public RestResponse<ErrorBody> refused(OAuthException e) {
    Log.debugf(e.getCause(), "refused: %s, %s", e.error().code(), e.description());
    metrics.answered(e.error());
    var answer = ErrorAnswers.of(e.status(), new ErrorBody(e.error(), e.description()));
    if (e.challenged()) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"latchkey\", charset=\"UTF-8\"");
    }
    return answer.build();
  }

  @ServerExceptionMapper
  public RestResponse<ErrorBody> tooMany(TooManyRequestsException e) {
    metrics.answered(OAuthError.TEMPORARILY_UNAVAILABLE);
    return ErrorAnswers.tooMany(
        OAuthError.TEMPORARILY_UNAVAILABLE,
        "Too many requests; try again after the time of Retry-After",
        e.retryAfter());
  }

  @ServerExceptionMapper
  public RestResponse<ErrorBody> switchedOff(SwitchedOffException e) {
    metrics.answered(OAuthError.TEMPORARILY_UNAVAILABLE);
    return ErrorAnswers.switchedOff(OAuthError.TEMPORARILY_UNAVAILABLE);
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
  public RestResponse<ErrorBody> http(WebApplicationException e) {
    var status = e.getResponse().getStatus();
    metrics.answered(OAuthError.INVALID_REQUEST);
    var answer = ErrorAnswers.http(status);
    if (status == 405) {
      answer.header(HttpHeaders.ALLOW, AllowedMethods.here());
    }
    return answer.build();
  }

  /** {@code Throwable}, because errors of the Vert.x clients are not all RuntimeExceptions. */
  @ServerExceptionMapper
  public RestResponse<ErrorBody> failed(Throwable e) {
    Log.error("request failed", e);
    metrics.answered(OAuthError.SERVER_ERROR);
    return ErrorAnswers.of(OAuthError.SERVER_ERROR, "The server failed; the operator can tell why");
  }

  private RestResponse<ErrorBody> storeAway(RuntimeException e) {
    Log.warnf("answered 503: %s: %s", e.getMessage(), e.getCause());
    metrics.answered(OAuthError.TEMPORARILY_UNAVAILABLE);
    return ErrorAnswers.unavailable(OAuthError.TEMPORARILY_UNAVAILABLE, ErrorAnswers.BUSY);
  }
}
