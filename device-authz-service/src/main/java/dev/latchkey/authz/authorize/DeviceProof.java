package dev.latchkey.authz.authorize;

import static dev.latchkey.oauth.error.OAuthError.INVALID_DPOP_PROOF;
import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;

import dev.latchkey.authz.registry.Client;
import dev.latchkey.grant.Proof;
import dev.latchkey.oauth.dpop.DpopProofs;
import dev.latchkey.oauth.dpop.DpopProofs.Nonce;
import dev.latchkey.oauth.error.OAuthException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What a grant is bound to from its first leg: whoever polls for it must show the same. */
@ApplicationScoped
class DeviceProof {

  private final DpopProofs dpop;

  DeviceProof(DpopProofs dpop) {
    this.dpop = dpop;
  }

  /**
   * The challenge and the key that the device names, {@link Proof#NONE} if it names nothing.
   *
   * <p>The key is named by {@code dpop_jkt} or by a proof signed with it (RFC 9449 section 10.1). A
   * client of {@code dpop_bound_access_tokens} may leave it out: what must carry a proof is the
   * token request (section 5.2), and a key named here only makes it that one.
   *
   * <p>Fails with {@code invalid_request} if the client must send a challenge and does not, and
   * with {@code invalid_dpop_proof} if the proof is not valid or is another key's.
   */
  Uni<Proof> of(Client client, ProofForm form, HttpServerRequest request) {
    if (client.requiresPkce() && form.codeChallenge().isEmpty()) {
      throw new OAuthException(
          INVALID_REQUEST, "The client must send a code_challenge with the method S256");
    }
    return proven(request)
        .map(
            proven ->
                new Proof(
                    form.codeChallenge().orElse(null),
                    sameKey(form.dpopThumbprint(), proven).orElse(null)));
  }

  private Uni<Optional<String>> proven(HttpServerRequest request) {
    return request.headers().contains("DPoP")
        ? dpop.verify(request, Nonce.OPTIONAL)
        : Uni.createFrom().item(Optional.empty());
  }

  private static Optional<String> sameKey(Optional<String> named, Optional<String> proven) {
    if (named.isPresent() && proven.isPresent() && !named.equals(proven)) {
      throw new OAuthException(
          INVALID_DPOP_PROOF, "The DPoP proof is signed by another key than dpop_jkt names");
    }
    return proven.or(() -> named);
  }
}
