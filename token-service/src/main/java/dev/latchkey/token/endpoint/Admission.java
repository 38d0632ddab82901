package dev.latchkey.token.endpoint;

import static dev.latchkey.oauth.error.OAuthError.INVALID_DPOP_PROOF;
import static dev.latchkey.oauth.error.OAuthError.UNAUTHORIZED_CLIENT;

import dev.latchkey.oauth.client.ClientAuthentication;
import dev.latchkey.oauth.cors.CrossOrigin;
import dev.latchkey.oauth.dpop.DpopProofs;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.error.SwitchedOffException;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds out who asks for tokens, and whether they may by that grant. */
@ApplicationScoped
class Admission {

  private final Clients clients;
  private final ClientAuthentication authentication;
  private final DpopProofs proofs;
  private final KillSwitches switches;

  Admission(
      Clients clients,
      ClientAuthentication authentication,
      DpopProofs proofs,
      KillSwitches switches) {
    this.clients = clients;
    this.authentication = authentication;
    this.proofs = proofs;
    this.switches = switches;
  }

  /** For a poll, which decides nothing while it is pending: the client as of up to 15 min ago. */
  Uni<Requester> tolerant(TokenRequest request, GrantType type) {
    return isOff(request, type)
        ? off()
        : clients
            .tolerant(request.credentials().client())
            .flatMap(found -> admit(request, type, found));
  }

  /** For a request that is answered with tokens: the client as of at most 10 s ago. */
  Uni<Requester> fresh(TokenRequest request, GrantType type) {
    return isOff(request, type)
        ? off()
        : clients
            .fresh(request.credentials().client())
            .flatMap(found -> admit(request, type, found));
  }

  /** Asked first: what is switched off is to cost no more than this. */
  private boolean isOff(TokenRequest request, GrantType type) {
    var client = request.credentials().client();
    return switch (type) {
      case DEVICE_CODE, REFRESH_TOKEN -> switches.stop(client);
      // Whoever administers goes on while the whole service is off, if only to release it.
      case CLIENT_CREDENTIALS -> switches.stopItself(client);
    };
  }

  private static Uni<Requester> off() {
    return Uni.createFrom().failure(new SwitchedOffException());
  }

  private Uni<Requester> admit(TokenRequest request, GrantType type, Optional<Client> found) {
    // First, so that a web page can read the refusals too.
    found.ifPresent(client -> CrossOrigin.allow(request.http(), client.allowedOrigins()));
    // Nobody writes to Redis, as a proof does, without the name of a client.
    authentication.requireEnabled(request.credentials(), found);
    // Then the proof: who is asked for a nonce comes again with the same assertion, perhaps.
    return proofs
        .verify(request.http(), proofs.nonceAtTokenEndpoint())
        .flatMap(
            thumbprint ->
                authentication
                    .verify(request.credentials(), found)
                    .map(client -> new Requester(client, thumbprint)))
        .invoke(requester -> check(requester, type));
  }

  private static void check(Requester requester, GrantType type) {
    var client = requester.client();
    if (!client.mayUse(type.parameter())) {
      throw unauthorized(client, "The client is not registered for this grant type");
    }
    if (type == GrantType.CLIENT_CREDENTIALS && client.isPublic()) {
      throw unauthorized(
          client, "A public client has no credentials to show (RFC 6749 section 4.4)");
    }
    if (client.requiresDpop() && requester.dpopThumbprint().isEmpty()) {
      throw new OAuthException(
          INVALID_DPOP_PROOF, "This client gets tokens with a DPoP proof only");
    }
  }

  private static OAuthException unauthorized(Client client, String description) {
    return new OAuthException(UNAUTHORIZED_CLIENT, description).shapedFor(client.errorProfile());
  }
}
