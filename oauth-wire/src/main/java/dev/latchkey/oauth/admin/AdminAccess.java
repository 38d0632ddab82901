package dev.latchkey.oauth.admin;

import dev.latchkey.oauth.token.ProtectedResource;
import dev.latchkey.oauth.token.ResourceAccess;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets administrators through to an {@link AdminResource}, and nobody else. */
public class AdminAccess {

  /** Makes an administrator. A client has it for itself; no person can give it to a device. */
  public static final String SCOPE = "latchkey:admin";

  private static final ProtectedResource ADMINISTRATION =
      new ProtectedResource(AdminPath.ROOT, SCOPE);

  private final ResourceAccess access;

  AdminAccess(ResourceAccess access) {
    this.access = access;
  }

  /**
   * Fails with {@link dev.latchkey.oauth.token.ChallengeException}; with {@link
   * dev.latchkey.grant.GrantStoreException} when Redis does.
   */
  // Bound here: on the class the framework overlooks it, and filters every request there is.
  @AdminResource
  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public Uni<Void> check(HttpServerRequest request, ContainerRequestContext context) {
    return access
        .check(request, null, ADMINISTRATION)
        .invoke(token -> context.setSecurityContext(Administrator.of(token, context)))
        .replaceWithVoid();
  }
}
