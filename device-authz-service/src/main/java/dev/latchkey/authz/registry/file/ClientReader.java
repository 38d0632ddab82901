package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.Declaration;
import dev.latchkey.authz.registry.Logo;
import dev.latchkey.authz.registry.file.CredentialsReader.Credentials;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredClient;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.ClientCredentials;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a client of the file; what belongs together has a reader of its own. */
final class ClientReader {

  static final List<String> GRANT_TYPES =
      List.of(
          Client.DEVICE_CODE_GRANT, Client.REFRESH_TOKEN_GRANT, Client.CLIENT_CREDENTIALS_GRANT);

  /** Of a client whose own cannot be read: nothing is to be said of what else it has. */
  private static final Credentials UNKNOWN =
      new Credentials(AuthenticationMethod.CLIENT_SECRET_BASIC, Optional.empty(), Optional.empty());

  private final FieldRules fields;
  private final CredentialsReader credentials;
  private final OriginReader origins;
  private final CodeReader codes;
  private final TokenRulesReader tokens;
  private final LogoReader logos;
  private final ApprovalReader approvals;
  private final Map<String, Api> apis;

  ClientReader(FieldRules fields, ClientSecrets secrets, Map<String, Api> apis) {
    this.fields = fields;
    this.credentials = new CredentialsReader(fields, secrets);
    this.origins = new OriginReader(fields);
    this.codes = new CodeReader(fields);
    this.tokens = new TokenRulesReader(fields);
    this.logos = new LogoReader(fields);
    this.approvals = new ApprovalReader(fields);
    this.apis = apis;
  }

  Declaration.Entry read(String at, DeclaredClient client) {
    var id = id(at + ".client_id", client);
    var shown = fields.noting(UNKNOWN, () -> credentials.read(at, client));
    var logo = fields.noting(Optional.<Logo>empty(), () -> logos.read(at + ".logo", client.logo()));
    var isPublic = shown.method() == AuthenticationMethod.NONE;
    var grantTypes =
        fields.noting(
            Set.copyOf(GRANT_TYPES), () -> grantTypes(at + ".grant_types", client, isPublic));
    return new Declaration.Entry(
        new Client(
            id,
            fields.noting("", () -> fields.text(at + ".name", client.name())),
            logo.map(Logo::id),
            !Boolean.FALSE.equals(client.enabled()),
            shown.method(),
            Optional.empty(),
            shown.keys(),
            fields.noting(
                Set.of(), () -> origins.read(at + ".allowed_origins", client.allowedOrigins())),
            grantTypes,
            fields.noting(Scope.NONE, () -> scopes(at + ".scopes", client, grantTypes)),
            fields.noting(Optional.empty(), () -> defaultApi(at + ".default_api", client)),
            Boolean.TRUE.equals(client.requirePkce()),
            codes.read(at + ".device_code", client.deviceCode()),
            tokens.read(at, client, isPublic),
            approvals.read(at, client),
            fields.noting(
                ErrorProfile.RFC8628, () -> profile(at + ".error_profile", client.errorProfile()))),
        shown.secret(),
        logo);
  }

  private ClientId id(String field, DeclaredClient client) {
    var id = fields.text(field, client.clientId());
    fields.check(
        id.length() <= ClientCredentials.LONGEST_ID,
        field,
        "has more than " + ClientCredentials.LONGEST_ID + " characters");
    return new ClientId(id);
  }

  private Set<String> grantTypes(String field, DeclaredClient client, boolean isPublic) {
    var types = new LinkedHashSet<>(fields.list(field, client.grantTypes()));
    for (var type : types) {
      fields.noting(() -> fields.check(GRANT_TYPES.contains(type), field, "does not know " + type));
    }
    // RFC 6749 section 4.4: it would be given tokens for no more than a name.
    fields.check(
        !isPublic || !types.contains(Client.CLIENT_CREDENTIALS_GRANT),
        field,
        "has client_credentials, which a public client cannot use");
    return types;
  }

  private Scope scopes(String field, DeclaredClient client, Set<String> grantTypes) {
    var scopes = new LinkedHashSet<>(fields.list(field, client.scopes()));
    for (var scope : scopes) {
      fields.noting(() -> scope(field, scope));
    }
    // Public clients cannot have that grant type: nobody administers by a client's name alone.
    fields.check(
        !scopes.contains(AdminAccess.SCOPE) || grantTypes.contains(Client.CLIENT_CREDENTIALS_GRANT),
        field,
        "has " + AdminAccess.SCOPE + ", for which a client needs the grant client_credentials");
    return new Scope(scopes);
  }

  private void scope(String field, String scope) {
    fields.scope(field, scope);
    fields.check(
        scope.equals(AdminAccess.SCOPE)
            || Client.STANDARD_SCOPES.contains(scope)
            || apis.values().stream().anyMatch(api -> api.scopes().containsKey(scope)),
        field,
        "names " + scope + ", which is no scope of any API");
  }

  private Optional<String> defaultApi(String field, DeclaredClient client) {
    var api = Optional.ofNullable(client.defaultApi());
    api.ifPresent(
        identifier ->
            fields.check(
                apis.containsKey(identifier), field, "names no API of " + fields.registry()));
    return api;
  }

  private ErrorProfile profile(String field, @Nullable String name) {
    return switch (name == null ? "rfc8628" : name) {
      case "rfc8628" -> ErrorProfile.RFC8628;
      case "auth0" -> ErrorProfile.AUTH0;
      default -> throw fields.invalid(field, "is rfc8628 or auth0");
    };
  }
}
