package dev.latchkey.oauth.token;

import dev.latchkey.oauth.error.ErrorAnswers;
import dev.latchkey.oauth.error.ErrorBody;
import io.quarkus.logging.Log;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests that a protected resource refuses. */
public class ChallengeAnswers {

  @ServerExceptionMapper
  public RestResponse<ErrorBody> refused(ChallengeException e) {
    Log.debugf("refused: %s, %s", e.error().code(), e.description());
    var answer = ErrorAnswers.of(e.status(), new ErrorBody(e.error(), e.description()));
    e.challenges().forEach(challenge -> answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
    return answer.build();
  }
}
