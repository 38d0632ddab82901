package dev.latchkey.oauth.token;

import dev.latchkey.oauth.error.ErrorAnswers;
import dev.latchkey.oauth.error.ErrorBody;
import dev.latchkey.oauth.error.ErrorMetrics;
import io.quarkus.logging.Log;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests that a protected resource refuses. */
public class ChallengeAnswers {

  private final ErrorMetrics metrics;

  ChallengeAnswers(ErrorMetrics metrics) {
    this.metrics = metrics;
  }

  @ServerExceptionMapper
  public RestResponse<ErrorBody> refused(ChallengeException e) {
    Log.debugf("refused: %s, %s", e.error().code(), e.description());
    metrics.answered(e.error());
    var answer = ErrorAnswers.of(e.status(), new ErrorBody(e.error(), e.description()));
    e.challenges().forEach(challenge -> answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
    return answer.build();
  }
}
