package dev.latchkey.ui.clientlogo;

import dev.latchkey.oauth.picture.Picture;
import dev.latchkey.oauth.picture.PictureUri;
import dev.latchkey.oauth.store.AgedCache;
import dev.latchkey.ui.registry.RegisteredLogos;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Logos by the digest that grants name them by, {@code NewGrant.clientLogo}. Which there are is
 * asked once in {@link AgedCache#FRESH}: whoever makes digests up, as anybody can, costs no SQL.
 */
@ApplicationScoped
class ClientLogos {

  /** At {@link PictureUri#LARGEST} each. */
  private static final int MOST_KEPT = 256;

  private static final String ALL = "all";

  private final AgedCache<String, Set<String>> ids;
  private final AgedCache<String, Picture> logos;

  ClientLogos(RegisteredLogos registered) {
    ids = new AgedCache<>(1, all -> registered.ids().map(Optional::of));
    logos =
        new AgedCache<>(
            MOST_KEPT, id -> registered.find(id).map(uri -> uri.flatMap(ClientLogos::picture)));
  }

  /** An old view is as good as a new one: a digest names one picture for ever. */
  Uni<Optional<Picture>> find(String digest) {
    return ids.tolerant(ALL)
        .map(all -> all.filter(known -> known.contains(digest)))
        .flatMap(
            known ->
                known.isPresent()
                    ? logos.tolerant(digest)
                    : Uni.createFrom().item(Optional.empty()));
  }

  /** A row that an older version took by a laxer rule is no picture. */
  private static Optional<Picture> picture(String uri) {
    return switch (PictureUri.read(uri)) {
      case PictureUri.Read(var picture) -> Optional.of(picture);
      case PictureUri.Mistake ignored -> Optional.empty();
    };
  }
}
