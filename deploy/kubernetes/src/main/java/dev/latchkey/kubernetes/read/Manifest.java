package dev.latchkey.kubernetes.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * One object.
 *
 * @param tree the same as it was written, with every field
 */
public record Manifest(HasMetadata object, JsonNode tree) {

  /** For messages: {@code Deployment/token-service}. */
  public String name() {
    return object.getKind() + "/" + object.getMetadata().getName();
  }
}
