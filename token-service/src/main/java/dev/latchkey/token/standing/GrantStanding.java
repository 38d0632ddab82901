package dev.latchkey.token.standing;

import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ServiceSubject;
import dev.latchkey.token.account.Accounts;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether account, client and API are as they were when the person approved, and somebody still
 * vouches for the person.
 */
@ApplicationScoped
public class GrantStanding {

  private final Accounts accounts;
  private final Clients clients;

  GrantStanding(Accounts accounts, Clients clients) {
    this.accounts = accounts;
    this.clients = clients;
  }

  /**
   * False if one of them was stopped since, or the last sign-in upstream is too long ago, as of at
   * most 10 s ago.
   */
  public Uni<Boolean> holds(String subject, ClientId client, @Nullable ApiAccess api) {
    return Uni.combine()
        .all()
        .unis(
            isVouchedFor(subject),
            clients.fresh(client).map(found -> found.filter(Client::enabled).isPresent()),
            isOffered(api))
        .with((account, enabled, offered) -> account && enabled && offered);
  }

  /** For a service its operator does, who approved ahead. */
  private Uni<Boolean> isVouchedFor(String subject) {
    if (ServiceSubject.of(subject).isPresent()) {
      return Uni.createFrom().item(true);
    }
    return accounts
        .live(subject)
        .map(
            found ->
                found.filter(account -> accounts.isVouchedFor(account, Instant.now())).isPresent());
  }

  private Uni<Boolean> isOffered(@Nullable ApiAccess api) {
    return api == null
        ? Uni.createFrom().item(true)
        : clients.api(api.identifier()).map(Optional::isPresent);
  }
}
