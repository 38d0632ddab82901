package dev.latchkey.ui.clientlogo;

import dev.latchkey.oauth.store.AgedCache;
import dev.latchkey.ui.brand.Picture;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * Logos by their digest. Which digests there are is read at most every ten seconds, so that asking
 * for ones that do not exist costs nothing; a new logo is found within that time.
 */
@ApplicationScoped
class ClientLogos {

  private static final String ALL = "all";

  /** At 32 KiB each. */
  private static final int MOST_KEPT = 256;

  private final AgedCache<String, Map<String, String>> clients;
  private final AgedCache<LogoName, Picture> logos;

  ClientLogos(LogoRows rows) {
    clients = new AgedCache<>(1, all -> rows.clients().map(Optional::of));
    logos = new AgedCache<>(MOST_KEPT, name -> rows.logo(name.client(), name.digest()));
  }

  Uni<Optional<Picture>> find(String digest) {
    return clients
        .tolerant(ALL)
        .flatMap(
            known -> {
              var client = known.orElse(Map.of()).get(digest);
              return client == null
                  ? Uni.createFrom().item(Optional.empty())
                  : logos.tolerant(new LogoName(client, digest));
            });
  }

  /** A client that changes its logo has another name for it. */
  private record LogoName(String client, String digest) {}
}
