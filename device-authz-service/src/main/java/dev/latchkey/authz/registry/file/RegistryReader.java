package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.Declaration;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredApi;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredClient;
import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.client.AuthenticationMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a registry file: all of it or nothing. Fails with {@link InvalidRegistryException}, which
 * names line and field of every mistake; what refers to an API or client with a mistake is not
 * looked at.
 */
public final class RegistryReader {

  static final ObjectMapper YAML =
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

  public static Declaration read(String text, SecretSource secrets) {
    var yaml = YamlText.of(text);
    var root = yaml.root();
    if (root == null) {
      throw new InvalidRegistryException(Mistake.ofFile("is empty"));
    }
    var shape = FileShape.mistakes(yaml, "", root, YAML.constructType(RegistryFile.class), YAML);
    if (!shape.isEmpty()) {
      throw new InvalidRegistryException(shape);
    }
    try {
      var file = YAML.readValue(text, RegistryFile.class);
      if (file == null) {
        throw new InvalidRegistryException(Mistake.ofFile("is empty"));
      }
      return new RegistryReader(file, new FieldRules(yaml), secrets).declaration();
    } catch (JsonMappingException e) {
      // Not Jackson's own sentence, nor its trace: it quotes what it read, perhaps a secret.
      throw new InvalidRegistryException(
          yaml.mistake(path("", e), "has a value of the wrong kind"));
    } catch (JsonProcessingException e) {
      throw new InvalidRegistryException(Mistake.ofFile("is no YAML"));
    }
  }

  /** Of the field that could not be mapped, in {@code start}. */
  static String path(String start, JsonMappingException e) {
    var path = start;
    for (var step : e.getPath()) {
      path =
          step.getFieldName() == null
              ? YamlText.child(path, step.getIndex())
              : YamlText.child(path, step.getFieldName());
    }
    return path;
  }

  private Declaration declaration() {
    var apis = apis();
    fields.refuseMistakes();
    var clients = clients(apis);
    fields.refuseMistakes();
    introspectionClients(apis, clients);
    var ids = clients.keySet().stream().map(ClientId::value).collect(Collectors.toSet());
    var switches = new KillSwitchReader(fields, apis.values(), ids).read(file.killSwitches());
    var webhooks = new WebhookReader(fields, secrets).read(file.webhooks());
    fields.refuseMistakes();
    return new Declaration(
        List.copyOf(apis.values()), List.copyOf(clients.values()), switches, webhooks);
  }

  /** In the order of the file. */
  private Map<String, Api> apis() {
    var reader = new ApiReader(fields);
    var apis = new LinkedHashMap<String, Api>();
    var declared = file.apis() == null ? List.<DeclaredApi>of() : file.apis();
    for (var i = 0; i < declared.size(); i++) {
      var at = "apis[" + i + "]";
      var entry = declared.get(i);
      fields.noting(
          () -> {
            var api = reader.read(at, fields.present(at, entry));
            fields.check(
                apis.put(api.identifier(), api) == null, at + ".identifier", "is declared twice");
          });
    }
    return apis;
  }

  private Map<ClientId, Declaration.Entry> clients(Map<String, Api> apis) {
    var reader = new ClientReader(fields, secrets, apis);
    var clients = new LinkedHashMap<ClientId, Declaration.Entry>();
    var declared = file.clients() == null ? List.<DeclaredClient>of() : file.clients();
    for (var i = 0; i < declared.size(); i++) {
      var at = "clients[" + i + "]";
      var client = declared.get(i);
      fields.noting(
          () -> {
            var entry = reader.read(at, fields.present(at, client));
            fields.check(
                clients.put(entry.client().id(), entry) == null,
                at + ".client_id",
                "is declared twice");
          });
    }
    return clients;
  }

  private void introspectionClients(
      Map<String, Api> apis, Map<ClientId, Declaration.Entry> clients) {
    var confidential =
        clients.values().stream()
            .map(Declaration.Entry::client)
            .filter(client -> client.authenticationMethod() != AuthenticationMethod.NONE)
            .map(Client::id)
            .collect(Collectors.toSet());
    var i = 0;
    for (var api : apis.values()) {
      var at = "apis[" + i++ + "]";
      fields.noting(() -> IntrospectionRule.check(fields, at, api, confidential));
    }
  }
}
