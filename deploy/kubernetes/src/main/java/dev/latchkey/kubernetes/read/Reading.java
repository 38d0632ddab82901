package dev.latchkey.kubernetes.read;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * What became of a text: the objects that could be read, and what is wrong with it, each with the
 * object's name. Only without mistakes are the objects all there are.
 */
public record Reading(List<HasMetadata> manifests, List<String> mistakes) {

  public Reading {
    manifests = List.copyOf(manifests);
    mistakes = List.copyOf(mistakes);
  }
}
