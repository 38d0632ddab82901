package dev.latchkey.ui.playground;

import dev.latchkey.ui.page.Notice;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The page with the TV in it. It needs no session: everything happens at the OAuth endpoints. */
@Cancellable(false)
@Path("/playground")
public class PlaygroundResource {

  private final PlaygroundConfig config;

  PlaygroundResource(PlaygroundConfig config) {
    this.config = config;
  }

  @GET
  public Uni<RestResponse<String>> playground() {
    return config.enabled()
        ? Page.of(new Playground(config.clientId(), config.scope()))
        : Page.of(Notice.NOT_FOUND);
  }
}
