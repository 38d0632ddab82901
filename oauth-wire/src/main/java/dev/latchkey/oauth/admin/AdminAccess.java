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

  /** The scope that makes an administrator. */
  public static final String SCOPE = "latchkey:admin";

  /** Appended to the issuer: the audience of administrators' tokens. */
  public static final String AUDIENCE = "/admin";

  private static final ProtectedResource ADMINISTRATION = new ProtectedResource(AUDIENCE, SCOPE);

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
