package dev.latchkey.token.device.admin;

import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.oauth.admin.AdminResource;
import dev.latchkey.oauth.admin.Preconditions;
import dev.latchkey.oauth.admin.Problem;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.token.device.DeviceFilter;
import dev.latchkey.token.device.DeviceList;
import dev.latchkey.token.device.DeviceOrder;
import dev.latchkey.token.device.DeviceRecord;
import dev.latchkey.token.device.DeviceSearch;
import dev.latchkey.token.device.DeviceState;
import dev.latchkey.token.revoke.Unlinking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Finds linked devices, and unlinks one. */
@AdminResource
@Cancellable(false)
@Path("admin/devices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Linked devices")
@SecurityRequirement(name = "administrator")
@APIResponse(
    responseCode = "default",
    description =
        "A problem (RFC 9457). 401: no access token, or none that is valid; 403: not an"
            + " administrator's; 503: PostgreSQL is away, or took too long",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class LinkedDevicesResource {

  private static final String STATE = "state";
  private static final String ORDER = "order";

  private static final Set<String> FILTER = filterNames();

  private final DeviceSearch search;
  private final Unlinking unlinking;

  LinkedDevicesResource(DeviceSearch search, Unlinking unlinking) {
    this.search = search;
    this.unlinking = unlinking;
  }

  @GET
  @Operation(
      operationId = "listDevices",
      summary = "Search among the devices that somebody approved",
      description =
          "All criteria apply. Times are those of RFC 3339; after includes the moment itself, before"
              + " does not. A page that names a next one is not the last, even if it is empty.")
  @Parameter(
      name = Criteria.CLIENT,
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = Criteria.SUBJECT,
      in = ParameterIn.QUERY,
      description = "The account that approved it",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Parameter(
      name = Criteria.SERIAL,
      in = ParameterIn.QUERY,
      description = "As the device claims it, letter by letter",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = Criteria.ENROLMENT,
      in = ParameterIn.QUERY,
      description = "The enrolment token by which an operator approved it ahead",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Parameter(
      name = Criteria.LINKED_AFTER,
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Parameter(
      name = Criteria.LINKED_BEFORE,
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Parameter(
      name = Criteria.LAST_SEEN_AFTER,
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Parameter(
      name = Criteria.LAST_SEEN_BEFORE,
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Parameter(
      name = STATE,
      in = ParameterIn.QUERY,
      description = "Both if absent",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"linked", "revoked"}))
  @Parameter(
      name = ORDER,
      in = ParameterIn.QUERY,
      description =
          "newest: linked last comes first. least_recently_seen: to the day in UTC; devices that are"
              + " seen while the list is read leave it",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"newest", "least_recently_seen"},
              defaultValue = "newest"))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + AdminQuery.LARGEST_PAGE,
              defaultValue = "" + AdminQuery.USUAL_PAGE))
  @Parameter(
      name = "cursor",
      in = ParameterIn.QUERY,
      description = "next of the page before, with the same criteria and order",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = DevicesBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is unknown, empty, there twice, or has no such value")
  public Uni<DevicesBody> list(@Context UriInfo address) {
    var query = AdminQuery.of(address, FILTER);
    var order =
        query.value(ORDER).map(sent -> sent.word(DeviceOrder.class)).orElse(DeviceOrder.NEWEST);
    var filter = filter(query);
    var limit = query.limit();
    var after = query.place().map(words -> DeviceCursor.read(words, order));
    return after
        .map(cursor -> Uni.createFrom().item(new DeviceList(filter, order, cursor.asOf())))
        .orElseGet(() -> search.begin(filter, order))
        .flatMap(
            list ->
                search
                    .page(list, after.map(DeviceCursor::place), limit)
                    .map(
                        page ->
                            new DevicesBody(
                                page.devices().stream().map(DeviceBody::of).toList(),
                                page.end()
                                    .map(end -> DeviceCursor.of(list, end).words())
                                    .map(query::cursorAt)
                                    .orElse(null))));
  }

  @GET
  @Path("{device}")
  @Operation(operationId = "getDevice", summary = "One device")
  @APIResponse(
      responseCode = "200",
      description = "The device",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = DeviceBody.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such device")
  public Uni<RestResponse<DeviceBody>> get(
      @PathParam("device") String device, @Context HttpServerRequest request) {
    return find(device)
        .map(DeviceBody::of)
        .map(body -> Preconditions.answer(request, body.etag(), body));
  }

  @DELETE
  @Path("{device}")
  @Operation(
      operationId = "unlinkDevice",
      summary = "Unlink a device",
      description =
          "Its refresh token fails at once, introspection says inactive at once, and its access"
              + " tokens run out by themselves. It stays in the list as revoked. Safe to repeat.")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description =
          "The ETag of the device, for who wants to be sure that it was not even seen since. Not"
              + " required: an id never is another device's, and there is nothing to write over",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "It is linked no more, perhaps since before")
  @APIResponse(responseCode = "404", description = "There is no such device")
  @APIResponse(responseCode = "412", description = "The device has changed since")
  public Uni<RestResponse<Void>> unlink(
      @PathParam("device") String device,
      @Context HttpServerRequest request,
      @Context SecurityContext administrator) {
    return find(device)
        .flatMap(
            found -> {
              if (found.state() == DeviceState.REVOKED) {
                return Uni.createFrom().item(false);
              }
              Preconditions.checkMatch(request, DeviceBody.of(found).etag());
              return unlinking.unlinkFor(AdminAccess.caller(administrator), found.device());
            })
        .replaceWith(RestResponse.noContent());
  }

  private Uni<DeviceRecord> find(String id) {
    UUID uuid;
    try {
      uuid = UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    return search.find(uuid).map(found -> found.orElseThrow(LinkedDevicesResource::unknown));
  }

  private static DeviceFilter filter(AdminQuery query) {
    var filter = Criteria.read(query::value);
    return query
        .value(STATE)
        .map(sent -> sent.word(DeviceState.class))
        .map(filter::in)
        .orElse(filter);
  }

  private static Set<String> filterNames() {
    var names = new HashSet<>(Criteria.NAMES);
    names.add(STATE);
    names.add(ORDER);
    return Set.copyOf(names);
  }

  private static ProblemException unknown() {
    return new ProblemException(404, "There is no such device");
  }
}
