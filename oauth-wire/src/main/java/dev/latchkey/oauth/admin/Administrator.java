package dev.latchkey.oauth.admin;

import dev.latchkey.oauth.token.TokenClaims;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls an {@link AdminResource}.
 *
 * @param client the id of the client that the token was issued to
 * @param scheme how it showed its token
 */
record Administrator(String client, String scheme, boolean isSecure) implements SecurityContext {

  static Administrator of(JsonWebToken token, ContainerRequestContext context) {
    return new Administrator(
        TokenClaims.client(token).value(),
        TokenClaims.scheme(token),
        context.getSecurityContext().isSecure());
  }

  /** Its name is the client's id. */
  @Override
  public Principal getUserPrincipal() {
    return this::client;
  }

  @Override
  public boolean isUserInRole(String role) {
    return role.equals(AdminAccess.SCOPE);
  }

  @Override
  public String getAuthenticationScheme() {
    return scheme;
  }
}
