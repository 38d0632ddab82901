package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.Webhook;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.ClientCredentials;
import dev.latchkey.oauth.picture.Picture;
import dev.latchkey.oauth.picture.PictureUri;
import dev.latchkey.oauth.registry.UserRules;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a schema says of a field beyond its type, from the constants of the readers. Bounds of a
 * duration cannot be said in a schema but in words.
 */
final class FieldSchemas {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Whole seconds, as people write durations: 90s, 10m, 1h30m, 365d, or ISO 8601. */
  private static final String DURATION =
      "^(?:[0-9]+[dhms]?|[0-9]+h[0-9]+m(?:[0-9]+s)?|[0-9]+[hm][0-9]+s|P.+)$";

  /** What {@link dev.latchkey.grant.SpacedWords} takes (RFC 6749 section 3.3); a test compares. */
  static final String WORD = "[\\x21\\x23-\\x5B\\x5D-\\x7E]+";

  private final Map<String, ObjectNode> schemas = new HashMap<>();
  private final Map<String, String> bounds = new HashMap<>();
  private final Set<String> unused = new HashSet<>();

  FieldSchemas() {
    apis();
    clients();
    approval();
    tokens();
    killSwitches();
    webhooks();
    users();
    unused.addAll(schemas.keySet());
  }

  /** What is said of the field itself. */
  ObjectNode of(String path) {
    return take(path);
  }

  /** What is said of the fields within it, or within each of its elements. */
  ObjectNode ofFieldsOf(String path) {
    return take(path + ".*");
  }

  /** What no keyword can say of it, as a sentence to add to its meaning. */
  String wordsFor(String path) {
    return bounds.getOrDefault(path, "");
  }

  Set<String> unused() {
    return unused;
  }

  private ObjectNode take(String path) {
    unused.remove(path);
    return schemas.getOrDefault(path, NODES.objectNode());
  }

  private void apis() {
    required("apis", "identifier", "name");
    var word = NODES.objectNode().put("type", "string").put("minLength", 1);
    var languages = NODES.objectNode();
    WordsReader.LANGUAGES.forEach(language -> languages.set(language, word.deepCopy()));
    var words = NODES.objectNode().put("type", "object").put("additionalProperties", false);
    words.set("properties", languages);
    words.set("required", array(List.of("en")));
    var names = NODES.objectNode().put("pattern", "^" + WORD + "$");
    names.set(
        "not",
        enumeration(
            Stream.concat(Client.STANDARD_SCOPES.stream().sorted(), Stream.of(AdminAccess.SCOPE))
                .toList()));
    var scopes = field("apis.scopes");
    scopes.set("propertyNames", names);
    scopes.putObject("additionalProperties").putArray("anyOf").add(word).add(words);
    field("apis.enabled").put("default", true);
    field("apis.allow_offline_access").put("default", false);
    duration("apis.access_token_lifetime", ApiReader.ACCESS_TOKEN_LIFETIME);
    words("apis.introspection_clients").put("uniqueItems", true);
  }

  private void clients() {
    required("clients", "client_id", "name");
    field("clients.client_id").put("maxLength", ClientCredentials.LONGEST_ID);
    field("clients.logo")
        .put(
            "pattern",
            Arrays.stream(Picture.Kind.values())
                .map(Picture.Kind::type)
                .map(type -> type.replace("+", "\\+"))
                .collect(Collectors.joining("|", "^data:(?:", ");base64,")))
        // Base64 has four characters for three bytes.
        .put("maxLength", "data:image/svg+xml;base64,".length() + (PictureUri.LARGEST + 2) / 3 * 4);
    var methods = Arrays.stream(AuthenticationMethod.values());
    field("clients.token_endpoint_auth_method")
        .put("default", AuthenticationMethod.CLIENT_SECRET_BASIC.registeredName())
        .setAll(enumeration(methods.map(AuthenticationMethod::registeredName).toList()));
    field("clients.client_secret.*").put("minProperties", 1).put("maxProperties", 1);
    jwks();
    field("clients.jwks_uri").put("format", "uri").put("pattern", "^https?://[^#@]+$");
    field("clients.allowed_origins")
        .put("uniqueItems", true)
        .set("items", text(OriginReader.ORIGIN));
    field("clients.grant_types").set("items", enumeration(ClientReader.GRANT_TYPES));
    words("clients.scopes");
    field("clients.require_pkce").put("default", false);
    field("clients.first_party").put("default", false);
    field("clients.enabled").put("default", true);
    field("clients.error_profile")
        .put("default", "rfc8628")
        .setAll(enumeration(List.of("rfc8628", "auth0")));
    duration("clients.device_code.lifetime", CodeReader.LIFETIME);
    duration("clients.device_code.interval", CodeReader.INTERVAL);
    field("clients.device_code.user_code.charset")
        .put("default", "base20")
        .setAll(
            enumeration(
                Arrays.stream(UserCodeFormat.CharacterSet.values())
                    .map(set -> set.name().toLowerCase(Locale.ROOT))
                    .toList()));
    field("clients.device_code.user_code.mask").put("pattern", "^" + UserCodeFormat.MASK + "$");
  }

  /** What a client needs depends on how it authenticates. */
  private void credentials(ObjectNode client) {
    var none = is(AuthenticationMethod.NONE);
    var byKey = is(AuthenticationMethod.PRIVATE_KEY_JWT);
    var keys = without("client_secret");
    keys.putArray("oneOf").add(requiring("jwks")).add(requiring("jwks_uri"));
    var secret = without("jwks", "jwks_uri");
    secret.set("required", array(List.of("client_secret")));
    var bySecret = NODES.objectNode();
    bySecret.putObject("not").putArray("anyOf").add(none.deepCopy()).add(byKey.deepCopy());
    client
        .putArray("allOf")
        .add(when(none, without("client_secret", "jwks", "jwks_uri")))
        .add(when(byKey, keys))
        .add(when(bySecret, secret));
  }

  private void jwks() {
    var key = NODES.objectNode().put("type", "object");
    var properties = key.putObject("properties");
    KeySetReader.TEXTS.forEach(name -> properties.putObject(name).put("type", "string"));
    properties.putObject("kty").setAll(enumeration(List.of("RSA", "EC", "OKP")));
    properties.putObject("use").put("const", "sig");
    KeySetReader.NOT_PUBLIC.forEach(name -> properties.put(name, false));
    key.set("required", array(List.of("kty")));
    var keys = NODES.objectNode().put("type", "array").put("minItems", 1);
    keys.set("items", key);
    var jwks = field("clients.jwks");
    jwks.putObject("properties").set("keys", keys);
    jwks.set("required", array(List.of("keys")));
  }

  private void approval() {
    var approval = "clients.approval.";
    field(approval + "typed_code").put("default", false);
    field(approval + "same_network").put("default", false);
    few(approval + "networks").set("items", text(ApprovalReader.RANGE));
    few(approval + "groups");
    field(approval + "confirmation").put("const", "number");
  }

  private void tokens() {
    field("clients.dpop_bound_access_tokens").put("default", false);
    field("clients.refresh_token.rotation").put("default", true);
    duration("clients.refresh_token.idle_lifetime", TokenRulesReader.LIFETIME);
    duration("clients.refresh_token.absolute_lifetime", TokenRulesReader.LIFETIME);
    field("clients.id_token_signed_response_alg").setAll(enumeration(TokenRulesReader.ALGORITHMS));
  }

  private void killSwitches() {
    field("kill_switches.service").put("default", false);
    field("kill_switches.clients").put("uniqueItems", true);
    field("kill_switches.apis").put("uniqueItems", true);
    words("kill_switches.scopes").put("uniqueItems", true);
  }

  private void webhooks() {
    required("webhooks", "name", "url", "secret");
    field("webhooks").put("maxItems", Webhook.MOST);
    field("webhooks.name").put("pattern", "^" + WebhookReader.NAME + "$");
    field("webhooks.url")
        .put("format", "uri")
        .put("pattern", "^https?://[^#@]+$")
        .put("maxLength", WebhookReader.LONGEST_URL);
    field("webhooks.secret.*").put("minProperties", 1).put("maxProperties", 1);
    field("webhooks.old_secret.*").put("minProperties", 1).put("maxProperties", 1);
    field("webhooks.events")
        .put("minItems", 1)
        .put("maxItems", WebhookReader.MOST_EVENTS)
        .put("uniqueItems", true)
        .set("items", text(WebhookReader.EVENTS));
    field("webhooks.enabled").put("default", true);
  }

  private void users() {
    required("users", "username", "password");
    field("users.username").put("pattern", "^" + UserRules.USERNAME + "$");
    field("users.password").put("maxLength", UserRules.LONGEST_PASSWORD);
    field("users.name").put("maxLength", UserRules.LONGEST_NAME);
    field("users.email_verified").put("default", false);
  }

  private ObjectNode field(String path) {
    return schemas.computeIfAbsent(path, ignored -> NODES.objectNode());
  }

  private void required(String list, String... fields) {
    var schema = field(list + ".*");
    schema.set("required", array(List.of(fields)));
    if (list.equals("clients")) {
      credentials(schema);
    }
  }

  private void duration(String path, DurationRange range) {
    var schema = field(path);
    schema.set("type", array(List.of("string", "integer")));
    schema.put("pattern", DURATION);
    bounds.put(path, " From " + range.least() + " to " + range.most() + ".");
    range.otherwise().ifPresent(otherwise -> schema.put("default", otherwise));
  }

  private ObjectNode words(String path) {
    var schema = field(path);
    schema.set("items", text(Pattern.compile(WORD)));
    return schema;
  }

  private ObjectNode few(String path) {
    return field(path)
        .put("minItems", 1)
        .put("maxItems", ApprovalReader.MOST_ENTRIES)
        .put("uniqueItems", true);
  }

  private static ObjectNode text(Pattern pattern) {
    return NODES.objectNode().put("type", "string").put("pattern", "^(?:" + pattern + ")$");
  }

  private static ObjectNode enumeration(Collection<String> values) {
    var schema = NODES.objectNode();
    schema.set("enum", array(values));
    return schema;
  }

  private static ObjectNode is(AuthenticationMethod method) {
    var is = requiring("token_endpoint_auth_method");
    is.putObject("properties")
        .putObject("token_endpoint_auth_method")
        .put("const", method.registeredName());
    return is;
  }

  private static ObjectNode when(ObjectNode condition, ObjectNode then) {
    var rule = NODES.objectNode();
    rule.set("if", condition);
    rule.set("then", then);
    return rule;
  }

  private static ObjectNode requiring(String field) {
    var schema = NODES.objectNode();
    schema.set("required", array(List.of(field)));
    return schema;
  }

  /** Without any of them; {@code false} is the schema of nothing. */
  private static ObjectNode without(String... fields) {
    var none = NODES.objectNode();
    var properties = none.putObject("properties");
    for (var field : fields) {
      properties.put(field, false);
    }
    return none;
  }

  private static ArrayNode array(Collection<String> values) {
    var array = NODES.arrayNode();
    values.forEach(array::add);
    return array;
  }
}
