package dev.latchkey.ui.registry;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class RegisteredClients implements PanacheRepositoryBase<RegisteredClientRow, String> {

  Uni<List<RegisteredClientRow>> named(Collection<String> ids) {
    return list("clientId in ?1", ids);
  }
}
