package dev.latchkey.ui.verify;

import dev.latchkey.grant.UserCode;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Where people enter codes at WSO2 Identity Server. Manuals and stickers go on naming that address
 * when the devices have moved: it leads to ours, with the code if it came with one.
 */
@Cancellable(false)
@Path("/authenticationendpoint/device.do")
public class PrintedAddressResource {

  @GET
  public Uni<RestResponse<String>> move(@RestQuery("user_code") @DefaultValue("") String typed) {
    // In normal form: nothing else of the request gets into an address.
    return Page.redirect(
        UserCode.parse(typed)
            .map(code -> Way.CODE + "?user_code=" + code.value())
            .orElse(Way.CODE));
  }
}
