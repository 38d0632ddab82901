package dev.latchkey.oauth.switches;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.error.SwitchedOffException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is switched off, as this replica last read it: at most a few seconds ago, or longer while
 * PostgreSQL is away. To ask costs one volatile read and, as a rule, a look into empty sets.
 */
@Singleton
public class KillSwitches {

  private volatile SwitchedOff active = SwitchedOff.NOTHING;
  private volatile @Nullable Instant asOf;

  /** All that is off, for whoever shows it, or asks more than one thing of the same moment. */
  public SwitchedOff active() {
    return active;
  }

  /** When that was read; empty before the first time. */
  public Optional<Instant> asOf() {
    return Optional.ofNullable(asOf);
  }

  /** Whether devices of that client get nothing. */
  public boolean stop(ClientId client) {
    return active.stops(client);
  }

  /** Whether a client gets nothing that acts for itself. */
  public boolean stopItself(ClientId client) {
    return active.stopsItself(client);
  }

  /** As {@link SwitchedOff#stops(ClientId, String, Scope)}. */
  public boolean stop(ClientId client, @Nullable String api, Scope scope) {
    return active.stops(client, api, scope);
  }

  /** Fails with {@link SwitchedOffException} if devices of that client get nothing. */
  public void check(ClientId client) {
    if (stop(client)) {
      throw new SwitchedOffException();
    }
  }

  /** Fails with {@link SwitchedOffException} if a device gets nothing for that API and scope. */
  public void check(ClientId client, @Nullable String api, Scope scope) {
    if (stop(client, api, scope)) {
      throw new SwitchedOffException();
    }
  }

  /** They have been read. */
  void take(SwitchedOff read, Instant when) {
    active = read;
    asOf = when;
  }
}
