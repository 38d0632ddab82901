package dev.latchkey.oauth.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.grant.GrantStoreException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jboss.resteasy.reactive.RestResponse;

/** An admin resource as small as they come. */
@Path("admin/lamp")
@AdminResource
@Produces(MediaType.APPLICATION_JSON)
public class Lamp {

  private static final ETag CURRENT = ETag.ofVersion(7);

  /** What is shown. */
  public record LampBody(@JsonProperty("by") String by, @JsonProperty("on") boolean on) {}

  /** What is sent. */
  public record LampChange(@JsonProperty("on") boolean on) implements AdminBody {}

  @GET
  public RestResponse<LampBody> get(
      @Context HttpServerRequest request, @Context SecurityContext caller) {
    var by = caller.getUserPrincipal().getName();
    return Preconditions.answer(request, CURRENT, new LampBody(by, true));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<LampBody> put(
      LampChange change, @Context HttpServerRequest request, @Context SecurityContext caller) {
    Preconditions.requireMatch(request, CURRENT);
    return Uni.createFrom().item(new LampBody(caller.getUserPrincipal().getName(), change.on()));
  }

  @GET
  @Path("broken")
  public Uni<LampBody> broken() {
    return Uni.createFrom().failure(new IllegalStateException("the fuse"));
  }

  @GET
  @Path("away")
  public Uni<LampBody> away() {
    return Uni.createFrom().failure(new GrantStoreException(new IllegalStateException("the fuse")));
  }
}
