package dev.latchkey.oauth.form;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what the framework would answer by itself or take for a form. */
public class StrictRequests {

  @ServerRequestFilter(preMatching = true)
  public void check(ContainerRequestContext request) {
    if (request.getMethod().equals("OPTIONS")) {
      throw new ClientErrorException(Status.METHOD_NOT_ALLOWED);
    }
    if (request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null && hasBody(request)) {
      throw new ClientErrorException(Status.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  private static boolean hasBody(ContainerRequestContext request) {
    var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.getHeaderString("Transfer-Encoding") != null
        : !length.equals("0");
  }
}
