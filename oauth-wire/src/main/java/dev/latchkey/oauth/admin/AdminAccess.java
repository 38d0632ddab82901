package dev.latchkey.oauth.admin;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.oauth.token.ChallengeException;
import dev.latchkey.oauth.token.ProtectedResource;
import dev.latchkey.oauth.token.ResourceAccess;
import dev.latchkey.oauth.token.TokenClaims;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets administrators through to an {@link AdminResource}, and nobody else. */
public class AdminAccess {

  /** Makes an administrator. A client has it for itself; no person can give it to a device. */
  public static final String SCOPE = "latchkey:admin";

  private static final ProtectedResource ADMINISTRATION =
      new ProtectedResource(AdminPath.ROOT, SCOPE);

  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final ResourceAccess access;
  private final Administrators administrators;
  private final KillSwitches switches;

  AdminAccess(ResourceAccess access, Administrators administrators, KillSwitches switches) {
    this.access = access;
    this.administrators = administrators;
    this.switches = switches;
  }

  /**
   * Fails with {@link ChallengeException}, or {@link ProblemException} if a change has parameters;
   * with {@link dev.latchkey.grant.GrantStoreException} when Redis does, and as {@link
   * Administrators} does.
   */
  // Bound here: on the class the framework overlooks it, and filters every request there is.
  @AdminResource
  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public Uni<Void> check(HttpServerRequest request, ContainerRequestContext context) {
    return access
        .check(request, null, ADMINISTRATION)
        .call(this::checkStillIs)
        .invoke(token -> context.setSecurityContext(Administrator.of(token, context)))
        .invoke(token -> checkQuery(context))
        .replaceWithVoid();
  }

  /** No change takes a parameter: whoever sends one wants something that would not happen. */
  private static void checkQuery(ContainerRequestContext context) {
    var changes = !READING.contains(context.getMethod());
    if (changes && context.getUriInfo().getRequestUri().getRawQuery() != null) {
      throw new ProblemException(400, "This request takes no parameters in its address");
    }
  }

  /** The client that calls an {@link AdminResource}. */
  public static ClientId caller(SecurityContext context) {
    return new ClientId(context.getUserPrincipal().getName());
  }

  /** A token lives for minutes; a client that is stopped or switched off must not. */
  private Uni<?> checkStillIs(JsonWebToken token) {
    var client = TokenClaims.client(token);
    return administrators
        .isAdministrator(client)
        .invoke(
            still -> {
              if (!still || switches.stopItself(client)) {
                throw ChallengeException.invalidToken(token);
              }
            });
  }
}
