package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.file.RegistryFile.DeclaredClient;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.ClientKeys;
import java.util.Optional;

/** Reads where the public keys of a {@code private_key_jwt} client are (RFC 7591 section 2). */
final class KeysReader {

  private final FieldRules fields;
  private final KeySetReader keySets;
  private final AddressReader addresses;

  /** Plain HTTP is for keys on a developer's own machine: who changes them is the client. */
  KeysReader(FieldRules fields, boolean plainAllowed) {
    this.fields = fields;
    this.keySets = new KeySetReader(fields);
    this.addresses = new AddressReader(fields, plainAllowed);
  }

  Optional<ClientKeys> read(String at, DeclaredClient client, AuthenticationMethod method) {
    var jwks = client.jwks();
    var uri = client.jwksUri();
    return switch (method) {
      case NONE, CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> {
        fields.check(jwks == null, at + ".jwks", "is for private_key_jwt alone");
        fields.check(uri == null, at + ".jwks_uri", "is for private_key_jwt alone");
        yield Optional.empty();
      }
      case PRIVATE_KEY_JWT -> {
        fields.check(
            jwks == null || uri == null, at + ".jwks_uri", "stands beside jwks: one of the two");
        if (jwks != null) {
          yield Optional.of(keySets.read(at + ".jwks", jwks));
        }
        if (uri != null) {
          yield Optional.of(new ClientKeys.At(addresses.read(at + ".jwks_uri", uri)));
        }
        throw fields.invalid(at, "has private_key_jwt, which needs jwks or jwks_uri");
      }
    };
  }
}
