package dev.latchkey.authz.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latchkey.authz.registry.RegistryFile.DeclaredApi;
import dev.latchkey.authz.registry.RegistryFile.DeclaredClient;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.grant.UserCodeFormat.CharacterSet;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.ClientCredentials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a registry file: all of it or nothing. Fails with {@link InvalidRegistryException}, which
 * names the line and the field.
 */
final class RegistryReader {

  private static final Set<String> GRANT_TYPES =
      Set.of(Client.DEVICE_CODE_GRANT, Client.REFRESH_TOKEN_GRANT, "client_credentials");

  private static final String SECRET = "client_secret";

  private static final ObjectMapper YAML =
      new YAMLMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final RegistryFile file;
  private final FieldRules fields;
  private final SecretSource secrets;

  private RegistryReader(RegistryFile file, FieldRules fields, SecretSource secrets) {
    this.file = file;
    this.fields = fields;
    this.secrets = secrets;
  }

  static Declaration read(String text, SecretSource secrets) {
    try {
      var file = YAML.readValue(text, RegistryFile.class);
      if (file == null) {
        throw new InvalidRegistryException("the file is empty");
      }
      return new RegistryReader(file, new FieldRules(new YamlLines(text)), secrets).declaration();
    } catch (JsonMappingException e) {
      // Not Jackson's own sentence, nor its trace: it quotes what it read, perhaps a secret.
      var place = new YamlLines(text).at(path(e));
      throw new InvalidRegistryException(place + " " + reason(e));
    } catch (JsonProcessingException e) {
      var line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw new InvalidRegistryException(line + "this is no YAML");
    }
  }

  private static String reason(JsonMappingException e) {
    return e instanceof UnrecognizedPropertyException
        ? "is unknown"
        : "has a value of the wrong kind";
  }

  /** The field's own path; Jackson's line is where it was when it noticed. */
  private static String path(JsonMappingException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    // What stands below is perhaps the secret itself, taken for a field.
    var secret = path.indexOf(SECRET);
    return secret < 0 ? path.toString() : path.substring(0, secret + SECRET.length());
  }

  private Declaration declaration() {
    var apis = new HashMap<String, Api>();
    var declared = file.apis() == null ? List.<DeclaredApi>of() : file.apis();
    for (var i = 0; i < declared.size(); i++) {
      var at = "apis[" + i + "]";
      var api = api(at, fields.present(at, declared.get(i)));
      fields.check(
          apis.put(api.identifier(), api) == null, at + ".identifier", "is declared twice");
    }
    var clients = new ArrayList<Declaration.Entry>();
    var ids = new HashSet<ClientId>();
    var declaredClients = file.clients() == null ? List.<DeclaredClient>of() : file.clients();
    for (var i = 0; i < declaredClients.size(); i++) {
      var at = "clients[" + i + "]";
      var entry = client(at, fields.present(at, declaredClients.get(i)), apis);
      fields.check(ids.add(entry.client().id()), at + ".client_id", "is declared twice");
      clients.add(entry);
    }
    return new Declaration(List.copyOf(apis.values()), clients);
  }

  private Api api(String at, DeclaredApi api) {
    var identifier = fields.text(at + ".identifier", api.identifier());
    var scopes = api.scopes() == null ? Map.<String, String>of() : api.scopes();
    scopes.forEach(
        (scope, words) -> {
          var field = at + ".scopes." + scope;
          fields.token(field, scope);
          fields.check(
              !Client.STANDARD_SCOPES.contains(scope), field, "is a scope of OpenID Connect");
          fields.text(field, words);
        });
    return new Api(
        identifier,
        fields.text(at + ".name", api.name()),
        true,
        scopes,
        Boolean.TRUE.equals(api.allowOfflineAccess()),
        fields.duration(
            at + ".access_token_lifetime", api.accessTokenLifetime(), "1h", "1s", "24h"));
  }

  private Declaration.Entry client(String at, DeclaredClient client, Map<String, Api> apis) {
    var id = fields.text(at + ".client_id", client.clientId());
    fields.check(
        id.length() <= ClientCredentials.LONGEST_ID,
        at + ".client_id",
        "has more than " + ClientCredentials.LONGEST_ID + " characters");
    var method = method(at + ".token_endpoint_auth_method", client.authenticationMethod());
    var secret = secret(at + "." + SECRET, client, method);
    var grantTypes = new LinkedHashSet<>(fields.list(at + ".grant_types", client.grantTypes()));
    for (var type : grantTypes) {
      fields.check(GRANT_TYPES.contains(type), at + ".grant_types", "does not know " + type);
    }
    var defaultApi = Optional.ofNullable(client.defaultApi());
    defaultApi.ifPresent(
        api ->
            fields.check(apis.containsKey(api), at + ".default_api", "names no API of this file"));
    var scopes = new LinkedHashSet<>(fields.list(at + ".scopes", client.scopes()));
    for (var scope : scopes) {
      fields.token(at + ".scopes", scope);
      fields.check(
          Client.STANDARD_SCOPES.contains(scope)
              || apis.values().stream().anyMatch(api -> api.scopes().containsKey(scope)),
          at + ".scopes",
          "names " + scope + ", which is no scope of any API");
    }
    var code = at + ".device_code";
    var lifetime =
        fields.duration(
            code + ".lifetime",
            client.deviceCode() == null ? null : client.deviceCode().lifetime(),
            "10m",
            "1s",
            "24h");
    var interval =
        fields.duration(
            code + ".interval",
            client.deviceCode() == null ? null : client.deviceCode().interval(),
            "5s",
            "1s",
            "60s");
    return new Declaration.Entry(
        new Client(
            new ClientId(id),
            fields.text(at + ".name", client.name()),
            !Boolean.FALSE.equals(client.enabled()),
            method,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            grantTypes,
            new Scope(scopes),
            defaultApi,
            lifetime,
            interval,
            userCode(code + ".user_code", client),
            profile(at + ".error_profile", client.errorProfile())),
        secret);
  }

  private AuthenticationMethod method(String field, @Nullable String name) {
    return name == null
        ? AuthenticationMethod.CLIENT_SECRET_BASIC
        : AuthenticationMethod.of(name)
            .orElseThrow(
                () ->
                    fields.invalid(
                        field, "is one of " + Arrays.toString(AuthenticationMethod.values())));
  }

  private Optional<String> secret(
      String field, DeclaredClient client, AuthenticationMethod method) {
    var declared = client.secret();
    return switch (method) {
      case NONE -> {
        fields.check(declared == null, field, "is of no use to a public client");
        yield Optional.empty();
      }
      case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, PRIVATE_KEY_JWT -> {
        if (declared == null) {
          throw fields.invalid(field, "is missing");
        }
        try {
          yield Optional.of(secrets.read(declared));
        } catch (IllegalArgumentException e) {
          throw fields.invalid(field, String.valueOf(e.getMessage()));
        }
      }
    };
  }

  private UserCodeFormat userCode(String field, DeclaredClient client) {
    var declared = client.deviceCode() == null ? null : client.deviceCode().userCode();
    if (declared == null) {
      return UserCodeFormat.DEFAULT;
    }
    var charset = declared.charset() == null ? "base20" : declared.charset();
    try {
      var set = CharacterSet.valueOf(charset.toUpperCase(Locale.ROOT));
      var mask = declared.mask();
      if (mask == null) {
        mask =
            switch (set) {
              case BASE20 -> UserCodeFormat.DEFAULT.mask();
              case DIGITS -> "***-***-***";
            };
      }
      return new UserCodeFormat(set, mask);
    } catch (IllegalArgumentException e) {
      throw fields.invalid(field, "is no format: " + e.getMessage());
    }
  }

  private ErrorProfile profile(String field, @Nullable String name) {
    return switch (name == null ? "rfc8628" : name) {
      case "rfc8628" -> ErrorProfile.RFC8628;
      case "auth0" -> ErrorProfile.AUTH0;
      default -> throw fields.invalid(field, "is rfc8628 or auth0");
    };
  }
}
