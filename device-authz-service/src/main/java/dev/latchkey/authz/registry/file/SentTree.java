package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What was sent as JSON, as the tree that rules of the file look at; nothing of it has a place. */
final class SentTree {

  private SentTree() {}

  static Node of(JsonNode json) {
    return switch (json.getNodeType()) {
      case OBJECT -> mapping(json);
      case ARRAY -> sequence(json);
      case STRING -> scalar(Tag.STR, json);
      case BOOLEAN -> scalar(Tag.BOOL, json);
      case NUMBER -> scalar(Tag.FLOAT, json);
      case NULL, MISSING -> scalar(Tag.NULL, json);
      case BINARY, POJO -> throw new IllegalArgumentException("no JSON that was read");
    };
  }

  private static Node mapping(JsonNode json) {
    var fields = new ArrayList<NodeTuple>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      fields.add(new NodeTuple(scalar(Tag.STR, field.getKey()), of(field.getValue())));
    }
    return new MappingNode(Tag.MAP, fields, FlowStyle.FLOW);
  }

  private static Node sequence(JsonNode json) {
    List<Node> elements = new ArrayList<>();
    json.forEach(element -> elements.add(of(element)));
    return new SequenceNode(Tag.SEQ, elements, FlowStyle.FLOW);
  }

  private static Node scalar(Tag tag, JsonNode json) {
    return scalar(tag, json.asText());
  }

  private static Node scalar(Tag tag, String value) {
    return new ScalarNode(tag, value, null, null, ScalarStyle.DOUBLE_QUOTED);
  }
}
