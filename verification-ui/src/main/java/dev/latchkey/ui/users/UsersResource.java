package dev.latchkey.ui.users;

import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.oauth.admin.AdminResource;
import dev.latchkey.oauth.admin.Preconditions;
import dev.latchkey.oauth.admin.Problem;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.ui.account.AccountAdministration;
import dev.latchkey.ui.account.AccountRecord;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.session.NotFromBrowsers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Finds accounts, blocks them, and ends their sessions. */
@AdminResource
@NotFromBrowsers
@Cancellable(false)
@Path("admin/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityScheme(
    securitySchemeName = "administrator",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "An access token of the scope latchkey:admin, by the grant client_credentials")
@SecurityRequirement(name = "administrator")
@APIResponse(
    responseCode = "default",
    description =
        "A problem (RFC 9457). 401: no access token, or none that is valid; 403: not an"
            + " administrator's; 503: PostgreSQL is away; a change may have happened or not, and"
            + " the same can be sent again",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class UsersResource {

  private static final String ONE = "{subject}";

  private final AccountAdministration accounts;
  private final Audit audit;

  UsersResource(AccountAdministration accounts, Audit audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  @GET
  @Operation(
      operationId = "listUsers",
      summary = "Accounts, by subject",
      description = "Those that fit all parameters.")
  @Parameter(
      name = UserQuery.USERNAME,
      in = ParameterIn.QUERY,
      description = "All of it; case does not matter",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = UserQuery.EMAIL,
      in = ParameterIn.QUERY,
      description = "All of it; case does not matter. Several accounts may have the same",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = UserQuery.STATE,
      in = ParameterIn.QUERY,
      description = "All if absent",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"active", "blocked", "disabled"}))
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
      description = "next of the page before, with the same filter",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = UsersBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is unknown, empty, there twice, or has no such value")
  public Uni<UsersBody> list(@Context UriInfo address) {
    var query = AdminQuery.of(address, UserQuery.NAMES);
    return accounts.find(UserQuery.filter(query)).map(found -> UsersBody.of(found, query));
  }

  @GET
  @Path(ONE)
  @Operation(operationId = "getUser", summary = "One account")
  @APIResponse(
      responseCode = "200",
      description = "The account",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = UserBody.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such account")
  public Uni<RestResponse<UserBody>> get(
      @PathParam("subject") String subject, @Context HttpServerRequest request) {
    return accounts
        .find(id(subject))
        .map(UsersResource::known)
        .map(found -> Preconditions.answer(request, UserBody.etag(found), UserBody.of(found)));
  }

  @PUT
  @Path(ONE + "/block")
  @Operation(
      operationId = "blockUser",
      summary = "Keep a person out",
      description =
          "Their sessions are over with the next request, nobody signs in to the account, approvals"
              + " are refused, and their devices refresh no more. Safe to repeat.")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The ETag of the account; not required",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "The account is blocked, perhaps since before")
  @APIResponse(responseCode = "404", description = "There is no such account")
  @APIResponse(responseCode = "412", description = "The account has changed since")
  public Uni<RestResponse<Void>> block(
      @PathParam("subject") String subject,
      @Context HttpServerRequest request,
      @Context SecurityContext administrator) {
    return accounts
        .block(id(subject), unchanged(request))
        .map(UsersResource::known)
        .invoke(
            before -> {
              if (!before.blocked()) {
                audit.accountBlocked(before.subject(), AdminAccess.caller(administrator));
              }
            })
        .replaceWith(RestResponse.noContent());
  }

  @DELETE
  @Path(ONE + "/block")
  @Operation(
      operationId = "unblockUser",
      summary = "Let a person in again",
      description = "They sign in anew; their devices go on. Safe to repeat.")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The ETag of the account; not required",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "The account is not blocked")
  @APIResponse(responseCode = "404", description = "There is no such account")
  @APIResponse(responseCode = "412", description = "The account has changed since")
  public Uni<RestResponse<Void>> unblock(
      @PathParam("subject") String subject,
      @Context HttpServerRequest request,
      @Context SecurityContext administrator) {
    return accounts
        .unblock(id(subject), unchanged(request))
        .map(UsersResource::known)
        .invoke(
            before -> {
              if (before.blocked()) {
                audit.accountUnblocked(before.subject(), AdminAccess.caller(administrator));
              }
            })
        .replaceWith(RestResponse.noContent());
  }

  @DELETE
  @Path(ONE + "/sessions")
  @Operation(
      operationId = "endSessions",
      summary = "Sign a person out everywhere",
      description =
          "With the next request of each browser. Devices stay linked: /admin/devices of"
              + " token-service unlinks them. Safe to repeat.")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description = "The ETag of the account; not required",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "Every session of the account is over")
  @APIResponse(responseCode = "404", description = "There is no such account")
  @APIResponse(responseCode = "412", description = "The account has changed since")
  public Uni<RestResponse<Void>> endSessions(
      @PathParam("subject") String subject,
      @Context HttpServerRequest request,
      @Context SecurityContext administrator) {
    return accounts
        .endSessions(id(subject), unchanged(request))
        .map(UsersResource::known)
        .invoke(
            account -> audit.sessionsEndedBy(AdminAccess.caller(administrator), account.subject()))
        .replaceWith(RestResponse.noContent());
  }

  private static Consumer<AccountRecord> unchanged(HttpServerRequest request) {
    return account -> Preconditions.checkMatch(request, UserBody.etag(account));
  }

  private static UUID id(String subject) {
    try {
      return UUID.fromString(subject);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static AccountRecord known(Optional<AccountRecord> found) {
    return found.orElseThrow(UsersResource::unknown);
  }

  private static ProblemException unknown() {
    return new ProblemException(404, "There is no such account");
  }
}
