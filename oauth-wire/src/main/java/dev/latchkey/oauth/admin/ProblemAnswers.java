package dev.latchkey.oauth.admin;

import dev.latchkey.oauth.error.ErrorBody;
import io.quarkus.logging.Log;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Makes every failure below {@code /admin} a problem: our own refusals, and whatever the mappers of
 * the service and the framework answered, whose status and headers are kept.
 */
public class ProblemAnswers {

  private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

  @ServerExceptionMapper
  public RestResponse<Problem> refused(ProblemException e) {
    var problem = e.problem();
    Log.debugf("refused: %d, %s", problem.status(), problem.detail());
    return ResponseBuilder.<Problem>create(problem.status()).entity(problem).type(PROBLEM).build();
  }

  @ServerResponseFilter
  public void rewrite(ContainerRequestContext request, ContainerResponseContext response) {
    var status = response.getStatus();
    if (status < 400
        || !AdminPath.covers(request.getUriInfo().getPath())
        || response.getEntity() instanceof Problem) {
      return;
    }
    response.setEntity(problem(status, response.getEntity()), new Annotation[0], PROBLEM);
  }

  /** Of 404 to 415 the other mappers speak to OAuth clients. */
  private static Problem problem(int status, Object answer) {
    var known = status == 401 || status == 403 || status == 400;
    return known && answer instanceof ErrorBody body
        ? Problem.of(status, body.description())
        : Problem.of(status);
  }
}
