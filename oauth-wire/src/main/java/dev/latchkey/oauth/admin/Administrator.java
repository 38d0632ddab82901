package dev.latchkey.oauth.admin;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls an {@link AdminResource}.
 *
 * @param client the id of the client that the token was issued to
 */
record Administrator(String client, boolean isSecure) implements SecurityContext {

  static Administrator of(JsonWebToken token, ContainerRequestContext context) {
    return new Administrator(
        token.<String>claim("client_id").orElseGet(token::getSubject),
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
    return "Bearer";
  }
}
