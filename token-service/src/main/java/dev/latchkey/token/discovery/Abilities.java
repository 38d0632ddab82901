package dev.latchkey.token.discovery;

import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.jose.ClientSignature;
import dev.latchkey.oauth.origin.Endpoint;
import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.token.hold.HeldPolls;
import dev.latchkey.token.keys.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** What this server can do, as its metadata says it. */
@ApplicationScoped
class Abilities {

  private static final List<String> CLAIMS =
      List.of(
          "iss",
          "sub",
          "aud",
          "exp",
          "iat",
          "auth_time",
          "acr",
          "amr",
          "at_hash",
          "name",
          "preferred_username",
          "updated_at",
          "email",
          "email_verified");

  private final PublicOrigin origin;
  private final SigningKeys keys;
  private final HeldPolls held;

  Abilities(PublicOrigin origin, SigningKeys keys, HeldPolls held) {
    this.origin = origin;
    this.keys = keys;
    this.held = held;
  }

  MetadataBody metadata() {
    var methods =
        Arrays.stream(AuthenticationMethod.values())
            .map(AuthenticationMethod::registeredName)
            .toList();
    // RFC 7662 section 2.1: whoever introspects must authenticate.
    var confidential =
        methods.stream()
            .filter(method -> !method.equals(AuthenticationMethod.NONE.registeredName()))
            .toList();
    var signatures = ClientSignature.names();
    return new MetadataBody(
        origin.issuer(),
        origin.resolve(Endpoint.DEVICE_AUTHORIZATION.path()),
        origin.resolve(Endpoint.TOKEN.path()),
        origin.resolve(Endpoint.REVOCATION.path()),
        origin.resolve(Endpoint.INTROSPECTION.path()),
        origin.resolve(Endpoint.USERINFO.path()),
        origin.resolve("/.well-known/jwks.json"),
        List.of("openid", "profile", "email", "offline_access"),
        // No authorization endpoint, hence no response type (ADR 0004).
        List.of(),
        List.of(
            "urn:ietf:params:oauth:grant-type:device_code", "refresh_token", "client_credentials"),
        List.of("S256"),
        List.of("number"),
        held.longest().isZero() ? null : held.longest().toSeconds(),
        signatures,
        methods,
        signatures,
        methods,
        signatures,
        confidential,
        signatures,
        List.of("public"),
        idTokenAlgorithms(),
        List.of("normal"),
        CLAIMS,
        false,
        false,
        false);
  }

  private List<String> idTokenAlgorithms() {
    return keys.published().stream()
        .map(key -> key.record().algorithm().jwa())
        .distinct()
        .sorted()
        .toList();
  }
}
