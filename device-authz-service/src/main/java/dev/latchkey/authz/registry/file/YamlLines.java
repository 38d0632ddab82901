package dev.latchkey.authz.registry.file;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in a YAML text each field stands, so that an error can name its line. */
final class YamlLines {

  private final Map<String, Integer> lines = new HashMap<>();

  /** Reads the places of a text; of one that is no YAML, none. */
  YamlLines(String text) {
    try {
      var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root != null) {
        walk("", root);
      }
    } catch (YAMLException e) {
      lines.clear();
    }
  }

  /** A field with its line, for example {@code line 12: clients[0].scopes}. */
  String at(String field) {
    for (var path = field; !path.isEmpty(); path = parent(path)) {
      var line = lines.get(path);
      if (line != null) {
        return "line " + line + ": " + field;
      }
    }
    return field.isEmpty() ? "the file" : field;
  }

  private void walk(String path, Node node) {
    switch (node) {
      case MappingNode mapping ->
          mapping
              .getValue()
              .forEach(
                  entry -> {
                    if (entry.getKeyNode() instanceof ScalarNode key) {
                      var child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                      lines.put(child, key.getStartMark().getLine() + 1);
                      walk(child, entry.getValueNode());
                    }
                  });
      case SequenceNode sequence -> {
        var index = 0;
        for (var element : sequence.getValue()) {
          var child = path + "[" + index++ + "]";
          lines.put(child, element.getStartMark().getLine() + 1);
          walk(child, element);
        }
      }
      default -> {}
    }
  }

  private static String parent(String path) {
    var cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return cut < 0 ? "" : path.substring(0, cut);
  }
}
