package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.latchkey.oauth.registry.FieldName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Compares a text with the type that it is to be read as: whether each field is known and has a
 * value of its kind. Finds every mistake, where the mapper would stop at the first.
 */
final class FileShape {

  /** Those that the mapper takes; YAML 1.1 has more, which are texts here. */
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");

  private final YamlText text;
  private final ObjectMapper mapper;
  private final List<Mistake> mistakes = new ArrayList<>();

  private FileShape(YamlText text, ObjectMapper mapper) {
    this.text = text;
    this.mapper = mapper;
  }

  /**
   * What is wrong with the part of the text at {@code path}, which is to be read as {@code type}.
   */
  static List<Mistake> mistakes(
      YamlText text, String path, Node node, JavaType type, ObjectMapper mapper) {
    var shape = new FileShape(text, mapper);
    shape.check(path, node, type);
    return List.copyOf(shape.mistakes);
  }

  private void check(String path, Node node, JavaType type) {
    // As if the field was not there.
    if (node.getTag().equals(Tag.NULL) || type.isTypeOrSubTypeOf(JsonNode.class)) {
      return;
    }
    if (type.isCollectionLikeType()) {
      if (node instanceof SequenceNode list) {
        elements(path, list, type.getContentType());
      } else {
        wrong(path, "a list");
      }
    } else if (type.isMapLikeType()) {
      if (!(node instanceof MappingNode)) {
        wrong(path, "names with a value each");
      }
    } else if (type.hasRawClass(Boolean.class)) {
      if (!(node instanceof ScalarNode scalar && BOOLEANS.contains(scalar.getValue()))) {
        wrong(path, "true or false");
      }
    } else if (type.hasRawClass(String.class)) {
      if (!(node instanceof ScalarNode)) {
        wrong(path, "a text");
      }
    } else if (node instanceof MappingNode mapping) {
      fields(path, mapping, fields(type));
    } else {
      wrong(path, "fields of its own");
    }
  }

  private void elements(String path, SequenceNode list, JavaType type) {
    var index = 0;
    for (var element : list.getValue()) {
      check(YamlText.child(path, index++), element, type);
    }
  }

  private void fields(String path, MappingNode mapping, Map<String, JavaType> known) {
    for (var entry : mapping.getValue()) {
      var name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
      var child = YamlText.child(path, name);
      var type = known.get(name);
      if (type != null) {
        check(child, entry.getValueNode(), type);
      } else if (SecretFields.has(path)) {
        mistakes.add(text.mistake(path, "has one of " + String.join(", ", known.keySet())));
      } else if (!FieldName.isOne(name)) {
        mistakes.add(
            text.mistakeAt(child, path, "has a name that no field has; a space after the colon?"));
      } else {
        var meant = FieldNames.nearest(name, known.keySet());
        mistakes.add(
            text.mistake(
                child,
                "is unknown" + meant.map(field -> "; did you mean " + field + "?").orElse("")));
      }
    }
  }

  /** The fields of a record, by the very names and types that the mapper reads them by. */
  private Map<String, JavaType> fields(JavaType type) {
    var fields = new LinkedHashMap<String, JavaType>();
    for (BeanPropertyDefinition field :
        mapper.getDeserializationConfig().introspect(type).findProperties()) {
      fields.put(field.getName(), field.getPrimaryType());
    }
    return fields;
  }

  private void wrong(String path, String right) {
    mistakes.add(text.mistake(path, "has a value of the wrong kind, not " + right));
  }
}
