package dev.latchkey.kubernetes.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Kubernetes' own description of its objects (its OpenAPI document, as the code that its Java
 * client has been made of it): required fields, types and names, by another hand than fabric8's.
 */
final class OfficialModel {

  private static final String MODELS = "io.kubernetes.client.openapi.models.";

  /** Custom resources, which others define; {@link Schemas} have those too. */
  private static final Set<String> NOT_ITS_OWN =
      Set.of("gateway.networking.k8s.io", "monitoring.coreos.com");

  private OfficialModel() {}

  /** What it says against the object: the first of its mistakes, or nothing. */
  static List<String> mistakes(JsonNode tree) {
    var apiVersion = tree.path("apiVersion").asText();
    if (NOT_ITS_OWN.contains(apiVersion.replaceAll("/.*", ""))) {
      return List.of();
    }
    var version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    var name = version.substring(0, 1).toUpperCase(Locale.ROOT) + version.substring(1);
    try {
      Class.forName(MODELS + name + tree.path("kind").asText())
          .getMethod("validateJsonElement", JsonElement.class)
          .invoke(null, JsonParser.parseString(tree.toString()));
      return List.of();
    } catch (InvocationTargetException e) {
      var cause = Objects.requireNonNullElse(e.getCause(), e);
      return List.of("not as Kubernetes describes it: " + cause.getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no model of " + apiVersion, e);
    }
  }
}
