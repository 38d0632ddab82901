package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.oauth.registry.Meaning;
import dev.latchkey.oauth.registry.WrittenUser;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code docs/registry.schema.json}, made of the records that a registry file is read into: their
 * fields, the meanings of these, and what {@link FieldSchemas} has of the readers' own rules.
 */
final class RegistrySchema {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final FieldSchemas rules = new FieldSchemas();

  static ObjectNode make() {
    return new RegistrySchema().file();
  }

  /** As it is published. */
  static String text() throws JsonProcessingException {
    var printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return JSON.writer(printer).writeValueAsString(make()) + "\n";
  }

  private ObjectNode file() {
    var schema = NODES.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Latchkey registry");
    schema.put(
        "description",
        "Clients, APIs and, locally, accounts of Latchkey. Generated from the code that reads the"
            + " file; what only that code can tell is told by make registry-check.");
    schema.setAll(object("", RegistryFile.class));
    if (!rules.unused().isEmpty()) {
      throw new IllegalStateException("no field has these rules: " + rules.unused());
    }
    return schema;
  }

  private ObjectNode object(String path, Class<?> type) {
    var properties = NODES.objectNode();
    for (var field : type.getRecordComponents()) {
      var name = name(field);
      var at = path.isEmpty() ? name : path + "." + name;
      var schema = NODES.objectNode().put("description", meaning(field) + rules.wordsFor(at));
      schema.setAll(value(at, at.equals("users") ? listOfUsers() : field.getGenericType()));
      schema.setAll(rules.of(at));
      properties.set(name, schema);
    }
    var schema = NODES.objectNode().put("type", "object").put("additionalProperties", false);
    schema.set("properties", properties);
    schema.setAll(rules.ofFieldsOf(path));
    return schema;
  }

  private ObjectNode value(String path, Type type) {
    var schema = NODES.objectNode();
    if (type instanceof ParameterizedType generic && generic.getRawType().equals(List.class)) {
      schema.put("type", "array").set("items", value(path, generic.getActualTypeArguments()[0]));
      return schema;
    }
    if (type instanceof ParameterizedType || type.equals(JsonNode.class)) {
      return schema.put("type", "object");
    }
    if (type.equals(Boolean.class)) {
      return schema.put("type", "boolean");
    }
    if (type.equals(String.class)) {
      return schema.put("type", "string").put("minLength", 1);
    }
    return object(path, (Class<?>) type);
  }

  /** They are another service's, and read as a tree here. */
  private static Type listOfUsers() {
    return Users.class.getRecordComponents()[0].getGenericType();
  }

  private record Users(List<WrittenUser> users) {}

  private static String name(RecordComponent field) {
    return Optional.ofNullable(field.getAccessor().getAnnotation(JsonProperty.class))
        .map(JsonProperty::value)
        .orElse(field.getName());
  }

  private static String meaning(RecordComponent field) {
    return Objects.requireNonNull(
            field.getAnnotation(Meaning.class), () -> field + " has no meaning")
        .value();
  }

  /** The names of all fields, with a dot before those within another. */
  static List<String> paths() {
    return paths("", make()).toList();
  }

  private static Stream<String> paths(String path, JsonNode schema) {
    return schema.path("properties").properties().stream()
        .flatMap(
            field -> {
              var at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              var items = field.getValue().path("items");
              var value = items.isMissingNode() ? field.getValue() : items;
              return Stream.concat(Stream.of(at), paths(at, value));
            });
  }
}
