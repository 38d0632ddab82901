package dev.latchkey.token.keys;

import dev.latchkey.oauth.store.AdvisoryLock;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The signing keys of all replicas. */
@ApplicationScoped
class SigningKeyRows implements PanacheRepositoryBase<SigningKeyRow, String> {

  private static final AdvisoryLock LOCK = new AdvisoryLock(0x4C4B_6B65_79L);

  private final KeyVault vault;

  SigningKeyRows(KeyVault vault) {
    this.vault = vault;
  }

  /**
   * Every key, oldest first. The first replica to come makes one for each algorithm; the others
   * wait for it and find them.
   */
  @WithTransaction
  Uni<List<SigningKeyRow>> establish() {
    return Panache.getSession()
        .flatMap(LOCK::hold)
        .flatMap(locked -> list("order by createdAt, kid"))
        .flatMap(
            found -> {
              var all = new ArrayList<>(found);
              Arrays.stream(Algorithm.values())
                  .filter(algorithm -> found.stream().noneMatch(row -> is(row, algorithm)))
                  .map(algorithm -> generate(algorithm))
                  .forEach(all::add);
              var made = all.subList(found.size(), all.size());
              // Panache cannot persist nothing.
              return made.isEmpty() ? Uni.createFrom().item(all) : persist(made).replaceWith(all);
            });
  }

  private SigningKeyRow generate(Algorithm algorithm) {
    return SigningKeyRow.generate(algorithm, UUID.randomUUID().toString(), vault, Instant.now());
  }

  private static boolean is(SigningKeyRow row, Algorithm algorithm) {
    return row.algorithm.equals(algorithm.name());
  }
}
