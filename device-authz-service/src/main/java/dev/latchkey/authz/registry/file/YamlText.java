package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.authz.registry.file.Mistake.Place;
import dev.latchkey.oauth.registry.FieldName;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A text in YAML, and where in it each field stands. It has no aliases, so that nothing in it
 * contains itself or grows when it is read, and no field twice in one place.
 */
final class YamlText {

  /** What is below one of these is perhaps the secret itself, taken for a field. */
  private static final Pattern SECRET =
      Pattern.compile("(.*?\\.(?:" + String.join("|", SecretFields.NAMES) + "|password))[.\\[].*");

  /** A name may have them in quotes; whoever reads a log or a terminal is not to be misled. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** Of the parser's own sentences those that quote nothing of the text. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "mapping values are not allowed here"
              + "|could not find expected ':'"
              + "|found unexpected end of stream"
              + "|expected [^']*, but (?:found|got) '?<[a-z ]+>'?"
              + "|but found another document");

  private final Map<String, Place> places = new HashMap<>();
  private final List<Mistake> twins = new ArrayList<>();
  private final @Nullable Node root;
  private final String registry;

  private YamlText(String path, @Nullable Node root, String registry) {
    this.root = root;
    this.registry = registry;
    if (root != null) {
      walk(path, root);
    }
  }

  /** What was sent as JSON and read already, as if it stood in that field; it has no places. */
  static YamlText sent(JsonNode json, String path) {
    return new YamlText(path, SentTree.of(json), "the registry");
  }

  /** Fails with {@link InvalidRegistryException}. */
  static YamlText of(String text) {
    var yaml = new Yaml(new LoaderOptions());
    try {
      YamlBounds.check(yaml.parse(new StringReader(text)));
      var composed = new YamlText("", yaml.compose(new StringReader(text)), "this file");
      if (!composed.twins.isEmpty()) {
        throw new InvalidRegistryException(composed.twins);
      }
      return composed;
    } catch (MarkedYAMLException e) {
      throw new InvalidRegistryException(
          new Mistake(place(e.getProblemMark()), "", "is no YAML" + reason(e)));
    } catch (YAMLException e) {
      throw new InvalidRegistryException(Mistake.ofFile("is no YAML"));
    }
  }

  /** The text as a tree; null if there is nothing in it. */
  @Nullable Node root() {
    return root;
  }

  /** What entries are looked for in, as a mistake calls it. */
  String registry() {
    return registry;
  }

  /** A mistake in a field, or in what would be there if it were. */
  Mistake mistake(String field, String what) {
    var secret = SECRET.matcher(field);
    var shown = secret.matches() ? secret.group(1) : field;
    return new Mistake(place(shown), CONTROL.matcher(shown).replaceAll("?"), what);
  }

  /**
   * A mistake at the place of one field that is told of the one around it, as its name is not to be
   * repeated.
   */
  Mistake mistakeAt(String place, String field, String what) {
    var around = mistake(field, what);
    return new Mistake(place(place).or(around::place), around.field(), what);
  }

  /** The name of a field within another, for example {@code clients[0].scopes}. */
  static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  static String child(String path, int index) {
    return path + "[" + index + "]";
  }

  private Optional<Place> place(String field) {
    for (var path = field; !path.isEmpty(); path = parent(path)) {
      var place = places.get(path);
      if (place != null) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  static Optional<Place> place(@Nullable Mark mark) {
    return mark == null
        ? Optional.empty()
        : Optional.of(new Place(mark.getLine() + 1, mark.getColumn() + 1));
  }

  private static String reason(MarkedYAMLException e) {
    var problem = String.valueOf(e.getProblem());
    return HARMLESS.matcher(problem).matches() ? ": " + problem : "";
  }

  private void walk(String path, Node node) {
    switch (node) {
      case MappingNode mapping -> {
        var names = new HashSet<String>();
        for (var entry : mapping.getValue()) {
          if (entry.getKeyNode() instanceof ScalarNode key) {
            var child = child(path, key.getValue());
            place(key.getStartMark()).ifPresent(place -> places.put(child, place));
            if (!names.add(key.getValue())) {
              twins.add(
                  FieldName.isOne(key.getValue())
                      ? mistake(child, "stands there twice")
                      : mistakeAt(child, path, "has a name that stands there twice"));
            }
            walk(child, entry.getValueNode());
          }
        }
      }
      case SequenceNode sequence -> {
        var index = 0;
        for (var element : sequence.getValue()) {
          var child = child(path, index++);
          place(element.getStartMark()).ifPresent(place -> places.put(child, place));
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
