package dev.latchkey.token.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The account table, one row at a time. */
@ApplicationScoped
class AccountRows implements PanacheRepositoryBase<AccountRow, UUID> {

  @WithSession
  Uni<Optional<Account>> account(UUID id) {
    return findById(id).map(row -> row == null ? Optional.empty() : Optional.of(row.toAccount()));
  }
}
