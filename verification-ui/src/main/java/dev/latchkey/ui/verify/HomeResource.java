package dev.latchkey.ui.verify;

import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** People shorten the address on their screen further. */
@Cancellable(false)
@Path("/")
public class HomeResource {

  @GET
  public Uni<RestResponse<String>> home() {
    return Page.redirect(Way.CODE);
  }
}
