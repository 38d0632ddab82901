package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Client;
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
 * names the line and the field.
 */
public final class RegistryReader {

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

  public static Declaration read(String text, SecretSource secrets) {
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
    var secret = path.indexOf(CredentialsReader.SECRET);
    return secret < 0
        ? path.toString()
        : path.substring(0, secret + CredentialsReader.SECRET.length());
  }

  private Declaration declaration() {
    var apis = apis();
    var clients = clients(apis);
    var confidential =
        clients.values().stream()
            .map(Declaration.Entry::client)
            .filter(client -> client.authenticationMethod() != AuthenticationMethod.NONE)
            .map(Client::id)
            .collect(Collectors.toSet());
    var i = 0;
    for (var api : apis.values()) {
      fields.check(
          confidential.containsAll(api.introspectionClients()),
          "apis[" + i++ + "].introspection_clients",
          "names no confidential client of this file");
    }
    return new Declaration(List.copyOf(apis.values()), List.copyOf(clients.values()));
  }

  /** In the order of the file. */
  private Map<String, Api> apis() {
    var reader = new ApiReader(fields);
    var apis = new LinkedHashMap<String, Api>();
    var declared = file.apis() == null ? List.<DeclaredApi>of() : file.apis();
    for (var i = 0; i < declared.size(); i++) {
      var at = "apis[" + i + "]";
      var api = reader.read(at, fields.present(at, declared.get(i)));
      fields.check(
          apis.put(api.identifier(), api) == null, at + ".identifier", "is declared twice");
    }
    return apis;
  }

  private Map<ClientId, Declaration.Entry> clients(Map<String, Api> apis) {
    var reader = new ClientReader(fields, secrets, apis);
    var clients = new LinkedHashMap<ClientId, Declaration.Entry>();
    var declared = file.clients() == null ? List.<DeclaredClient>of() : file.clients();
    for (var i = 0; i < declared.size(); i++) {
      var at = "clients[" + i + "]";
      var entry = reader.read(at, fields.present(at, declared.get(i)));
      fields.check(
          clients.put(entry.client().id(), entry) == null, at + ".client_id", "is declared twice");
    }
    return clients;
  }
}
