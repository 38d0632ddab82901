package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Declaration;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredApi;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredClient;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredSecret;
import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.admin.AdminAccess;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one client or API that is sent as JSON, by the same fields and rules as those of the file.
 * Fails with {@link InvalidRegistryException}, whose mistakes name fields below {@link #CLIENT} or
 * {@link #API}, and no places.
 */
public final class EntryReader {

  /** The field that a client's fields are in. */
  public static final String CLIENT = "client";

  /** The field that an API's fields are in. */
  public static final String API = "api";

  private static final ObjectMapper JSON = mapper();

  private EntryReader() {}

  /**
   * A client, without its secret, which is not sent.
   *
   * @param apis those that it may refer to
   * @param plainAllowed whether its keys may be fetched by plain HTTP from this machine
   */
  public static Declaration.Entry client(
      JsonNode sent, Map<String, Api> apis, boolean plainAllowed) {
    var tree = YamlText.sent(sent, CLIENT);
    if (sent.has(CredentialsReader.SECRET)) {
      throw new InvalidRegistryException(
          tree.mistake(
              CLIENT + "." + CredentialsReader.SECRET,
              "is made here and never sent: leave it out"));
    }
    var declared = read(tree, CLIENT, sent, DeclaredClient.class);
    var fields = new FieldRules(tree);
    var entry = new ClientReader(fields, new Unsent(plainAllowed), apis).read(CLIENT, declared);
    fields.noting(() -> noAdministrator(fields, entry));
    fields.refuseMistakes();
    return entry;
  }

  /**
   * An API.
   *
   * @param confidential the clients through which it may look at its tokens
   */
  public static Api api(JsonNode sent, Set<ClientId> confidential) {
    var tree = YamlText.sent(sent, API);
    var declared = read(tree, API, sent, DeclaredApi.class);
    var fields = new FieldRules(tree);
    var api = new ApiReader(fields).read(API, declared);
    fields.noting(() -> IntrospectionRule.check(fields, API, api, confidential));
    fields.refuseMistakes();
    return api;
  }

  /** Who can make an administrator would never lose the right, as another he would remain one. */
  private static void noAdministrator(FieldRules fields, Declaration.Entry entry) {
    fields.check(
        !entry.client().scopes().contains(AdminAccess.SCOPE),
        CLIENT + ".scopes",
        "has " + AdminAccess.SCOPE + ": administrators come from the registry file alone");
  }

  private static <T> T read(YamlText tree, String at, JsonNode sent, Class<T> type) {
    var shape = FileShape.mistakes(tree, at, SentTree.of(sent), JSON.constructType(type), JSON);
    if (!shape.isEmpty()) {
      throw new InvalidRegistryException(shape);
    }
    try {
      return JSON.treeToValue(sent, type);
    } catch (JsonMappingException e) {
      // Not Jackson's own sentence, nor its trace: it quotes what it read, perhaps a secret.
      throw new InvalidRegistryException(
          tree.mistake(RegistryReader.path(at, e), "has a value of the wrong kind"));
    } catch (JsonProcessingException e) {
      throw new InvalidRegistryException(tree.mistake(at, "cannot be read"));
    }
  }

  /** In JSON a number in quotes is no number: somebody meant something else. */
  private static ObjectMapper mapper() {
    var mapper =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    takeNo(
        mapper,
        LogicalType.Textual,
        CoercionInputShape.Boolean,
        CoercionInputShape.Integer,
        CoercionInputShape.Float);
    takeNo(
        mapper,
        LogicalType.Boolean,
        CoercionInputShape.String,
        CoercionInputShape.EmptyString,
        CoercionInputShape.Integer,
        CoercionInputShape.Float);
    return mapper;
  }

  private static void takeNo(ObjectMapper mapper, LogicalType type, CoercionInputShape... others) {
    Stream.of(others)
        .forEach(other -> mapper.coercionConfigFor(type).setCoercion(other, CoercionAction.Fail));
  }

  /** Secrets are made by whoever stores them. */
  private record Unsent(boolean plainAllowed) implements ClientSecrets {

    @Override
    public Optional<String> secret(@Nullable DeclaredSecret declared) {
      return Optional.empty();
    }
  }
}
