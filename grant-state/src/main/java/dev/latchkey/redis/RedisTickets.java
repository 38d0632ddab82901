package dev.latchkey.redis;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketId;
import dev.latchkey.ticket.TicketIssuance;
import dev.latchkey.ticket.TicketRedemption;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class RedisTickets implements TicketIssuance, TicketRedemption {

  private final RedisConnections redis;

  RedisTickets(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Uni<TicketId> issue(Ticket ticket) {
    var id = TicketId.random();
    return redis
        .send(
            Request.cmd(Command.SET)
                .arg(RedisKey.ticket(id))
                .arg(TicketText.of(ticket))
                .arg("PX")
                .arg(LIFETIME.toMillis()))
        .onFailure()
        .transform(GrantStoreException::new)
        .replaceWith(id);
  }

  @Override
  public Uni<Optional<Ticket>> take(TicketId id) {
    return redis
        .send(Request.cmd(Command.GETDEL).arg(RedisKey.ticket(id)))
        // A nil reply is a null response.
        .map(found -> Optional.ofNullable(found).map(text -> TicketText.read(text.toString())))
        .onFailure()
        .transform(GrantStoreException::new);
  }
}
