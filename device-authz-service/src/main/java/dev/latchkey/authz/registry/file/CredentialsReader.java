package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.file.RegistryFile.DeclaredClient;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.ClientKeys;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads how a client of the file authenticates, and by what. */
final class CredentialsReader {

  static final String SECRET = "client_secret";

  private final FieldRules fields;
  private final ClientSecrets secrets;
  private final KeysReader keys;

  CredentialsReader(FieldRules fields, ClientSecrets secrets) {
    this.fields = fields;
    this.secrets = secrets;
    this.keys = new KeysReader(fields, secrets.plainAllowed());
  }

  /** A secret, or keys, or neither for a public client. */
  record Credentials(
      AuthenticationMethod method, Optional<String> secret, Optional<ClientKeys> keys) {

    @Override
    public String toString() {
      return "Credentials[method=" + method + "]";
    }
  }

  Credentials read(String at, DeclaredClient client) {
    var method = method(at + ".token_endpoint_auth_method", client.authenticationMethod());
    return new Credentials(
        method, secret(at + "." + SECRET, client, method), keys.read(at, client, method));
  }

  private AuthenticationMethod method(String field, @Nullable String name) {
    if (name == null) {
      return AuthenticationMethod.CLIENT_SECRET_BASIC;
    }
    return AuthenticationMethod.of(name)
        .orElseThrow(
            () ->
                fields.invalid(
                    field,
                    Arrays.stream(AuthenticationMethod.values())
                        .map(AuthenticationMethod::registeredName)
                        .collect(Collectors.joining(", ", "is one of ", ""))));
  }

  private Optional<String> secret(
      String field, DeclaredClient client, AuthenticationMethod method) {
    var declared = client.secret();
    return switch (method) {
      case NONE -> {
        fields.check(declared == null, field, "is of no use to a public client");
        yield Optional.empty();
      }
      case PRIVATE_KEY_JWT -> {
        fields.check(declared == null, field, "is of no use with private_key_jwt");
        yield Optional.empty();
      }
      case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> {
        try {
          yield secrets.secret(declared);
        } catch (IllegalArgumentException e) {
          throw fields.invalid(field, String.valueOf(e.getMessage()));
        }
      }
    };
  }
}
