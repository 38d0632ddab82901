package dev.latchkey.ui.clientlogo;

import dev.latchkey.oauth.store.AgedCache;
import dev.latchkey.ui.brand.Picture;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Logos by the digest that grants name them by, {@code NewGrant.clientLogo}. */
@ApplicationScoped
class ClientLogos {

  /** At 32 KiB each. */
  private static final int MOST_KEPT = 256;

  private final AgedCache<String, Picture> logos;

  ClientLogos(LogoRows rows) {
    logos = new AgedCache<>(MOST_KEPT, rows::find);
  }

  /** An old view is as good as a new one: a digest names one picture for ever. */
  Uni<Optional<Picture>> find(String digest) {
    return logos.tolerant(digest);
  }
}
