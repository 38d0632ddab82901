package dev.latchkey.kubernetes.check;

import dev.latchkey.local.Part;
import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which containers are Latchkey's own. */
final class Ours {

  private static final List<String> SERVICES = Part.SERVICES.stream().map(Part::title).toList();

  /** Without registry and folders before it, and tag and digest behind it. */
  private static final Pattern IMAGE = Pattern.compile("(?:.*/)?(?<name>[^/:@]+)(?:[:@].*)?");

  private Ours() {}

  /** The service, by the last part of the image's name. */
  static Optional<String> of(Container container) {
    var image = IMAGE.matcher(container.getImage() == null ? "" : container.getImage());
    return image.matches()
        ? Optional.of(image.group("name")).filter(SERVICES::contains)
        : Optional.empty();
  }
}
