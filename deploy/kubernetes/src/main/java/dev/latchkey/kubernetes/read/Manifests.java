package dev.latchkey.kubernetes.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** Reads a rendered text of YAML documents. */
public final class Manifests {

  private final List<HasMetadata> manifests = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();

  private Manifests() {}

  /**
   * Never throws: what cannot be read is among the mistakes.
   *
   * @param yaml as {@code kubectl kustomize} and {@code helm template} print it
   */
  public static Reading read(String yaml) {
    var reader = new Manifests();
    try (var documents = Yaml.documents(yaml)) {
      while (documents.hasNext()) {
        var tree = documents.next();
        if (!tree.isNull() && !tree.isMissingNode()) {
          reader.object(tree);
        }
      }
    } catch (Exception e) {
      reader.mistakes.add("no YAML: " + e.getMessage());
    }
    return new Reading(reader.manifests, reader.mistakes);
  }

  private void object(JsonNode tree) {
    var kind = tree.path("kind").asText();
    var name = kind + "/" + tree.path("metadata").path("name").asText();
    var type = Kinds.find(tree.path("apiVersion").asText(), kind);
    if (type.isEmpty()) {
      mistakes.add(name + ": no known kind in " + tree.path("apiVersion"));
      return;
    }
    try {
      HasMetadata object = Yaml.MAPPER.treeToValue(tree, type.get());
      UnknownFields.in(object).forEach(field -> mistakes.add(name + ": unknown field " + field));
      OfficialModel.mistakes(tree).forEach(mistake -> mistakes.add(name + ": " + mistake));
      manifests.add(object);
    } catch (JsonProcessingException e) {
      mistakes.add(name + ": " + e.getOriginalMessage() + " at " + Yaml.path(e));
    }
  }
}
