package dev.latchkey.token.discovery;

import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.dpop.DpopProofs;
import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.token.keys.SigningKeys;
import java.util.Arrays;
import java.util.List;

/** What this server can do, as its metadata says it. */
final class Abilities {

  private Abilities() {}

  static MetadataBody of(PublicOrigin origin, SigningKeys keys) {
    var methods =
        Arrays.stream(AuthenticationMethod.values())
            .map(AuthenticationMethod::registeredName)
            .toList();
    // RFC 7662 section 2.1: whoever introspects is authorized to.
    var confidential =
        methods.stream()
            .filter(method -> !method.equals(AuthenticationMethod.NONE.registeredName()))
            .toList();
    return new MetadataBody(
        origin.issuer(),
        origin.resolve("/oauth/device/code"),
        origin.resolve("/oauth/token"),
        origin.resolve("/oauth/revoke"),
        origin.resolve("/oauth/introspect"),
        origin.resolve("/userinfo"),
        origin.resolve("/.well-known/jwks.json"),
        List.of("openid", "profile", "email", "offline_access"),
        // No authorization endpoint, hence no response type.
        List.of(),
        List.of(
            "urn:ietf:params:oauth:grant-type:device_code", "refresh_token", "client_credentials"),
        List.of("S256"),
        DpopProofs.ALGORITHMS,
        methods,
        List.of(),
        methods,
        List.of(),
        confidential,
        List.of(),
        List.of("public"),
        List.of("ES256"),
        List.of("normal"),
        List.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "amr",
            "at_hash",
            "name",
            "preferred_username",
            "updated_at",
            "email",
            "email_verified"),
        false,
        false,
        false);
  }
}
