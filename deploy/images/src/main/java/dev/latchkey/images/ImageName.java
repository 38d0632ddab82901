package dev.latchkey.images;

import java.util.regex.Pattern;

/**
 * The name of an image in full, with its registry. Kubernetes asks a runtime for images by no other
 * name, whatever the shorter one in a manifest says.
 */
record ImageName(String full) {

  /** What Docker, and all that came after it, take a name without a registry to mean. */
  private static final String REGISTRY = "docker.io/";

  private static final String NO_GROUP = "library/";

  /** Before the first slash: with a dot or a port it is a registry, without it is a group. */
  private static final Pattern HAS_REGISTRY = Pattern.compile("(localhost|[^/]*[.:][^/]*)/.*");

  static ImageName of(String written) {
    if (HAS_REGISTRY.matcher(written).matches()) {
      return new ImageName(written);
    }
    return new ImageName(REGISTRY + (written.contains("/") ? "" : NO_GROUP) + written);
  }
}
