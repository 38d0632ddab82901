package dev.latchkey.kubernetes.make;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A tree whose fields, and ports, come in the order of their names: the extension keeps some of
 * them in no order at all, and two builds are to be the same.
 */
final class InOrder {

  private InOrder() {}

  static JsonNode of(JsonNode node) {
    return of("", node);
  }

  private static JsonNode of(String field, JsonNode node) {
    if (node.isObject()) {
      var sorted = JsonNodeFactory.instance.objectNode();
      node.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(each -> sorted.set(each.getKey(), of(each.getKey(), each.getValue())));
      return sorted;
    }
    if (node.isArray()) {
      var elements = StreamSupport.stream(node.spliterator(), false).map(InOrder::of);
      var list = JsonNodeFactory.instance.arrayNode();
      (field.equals("ports")
              ? elements.sorted(Comparator.comparing(port -> port.path("name").asText()))
              : elements)
          .forEach(list::add);
      return list;
    }
    return node;
  }
}
