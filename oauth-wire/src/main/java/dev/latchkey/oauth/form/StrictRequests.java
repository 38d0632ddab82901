package dev.latchkey.oauth.form;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses what the framework would answer by itself or take for a form. */
public class StrictRequests {

  private static final String TRANSFER_ENCODING = "Transfer-Encoding";

  @ServerRequestFilter(preMatching = true)
  public void check(ContainerRequestContext request) {
    if (request.getMethod().equals("OPTIONS")) {
      throw new ClientErrorException(Status.METHOD_NOT_ALLOWED);
    }
    if (request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null
        && hasBody(
            request.getHeaderString(HttpHeaders.CONTENT_LENGTH),
            request.getHeaderString(TRANSFER_ENCODING))) {
      throw new ClientErrorException(Status.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  /** The same for an endpoint that is no resource: whether it is a form, or nothing at all. */
  public static boolean isForm(HttpServerRequest request) {
    var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null) {
      var semicolon = type.indexOf(';');
      var bare = semicolon < 0 ? type : type.substring(0, semicolon);
      return bare.strip().equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED);
    }
    return !hasBody(
        request.getHeader(HttpHeaders.CONTENT_LENGTH), request.getHeader(TRANSFER_ENCODING));
  }

  private static boolean hasBody(@Nullable String length, @Nullable String transferEncoding) {
    return length == null ? transferEncoding != null : !length.equals("0");
  }
}
