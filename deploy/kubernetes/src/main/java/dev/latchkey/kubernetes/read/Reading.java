package dev.latchkey.kubernetes.read;

import java.util.List;

/**
 * What became of a text: the objects that could be read, and what is wrong with it, each with the
 * object's name. Only without mistakes are the objects all there are.
 */
public record Reading(List<Manifest> manifests, List<String> mistakes) {

  public Reading {
    manifests = List.copyOf(manifests);
    mistakes = List.copyOf(mistakes);
  }
}
