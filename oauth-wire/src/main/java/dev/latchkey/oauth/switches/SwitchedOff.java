package dev.latchkey.oauth.switches;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.switches.KillSwitch.Kind;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that is switched off at a moment, and what follows from it. */
public record SwitchedOff(
    boolean service, Set<String> clients, Set<String> apis, Set<String> scopes) {

  /** As nearly always. */
  public static final SwitchedOff NOTHING = new SwitchedOff(false, Set.of(), Set.of(), Set.of());

  /** By itself it opens nothing. */
  private static final Set<String> NOTHING_ALONE = Set.of("offline_access");

  public SwitchedOff {
    clients = Set.copyOf(clients);
    apis = Set.copyOf(apis);
    scopes = Set.copyOf(scopes);
  }

  public static SwitchedOff of(Collection<KillSwitch> switches) {
    return switches.isEmpty()
        ? NOTHING
        : new SwitchedOff(
            switches.contains(KillSwitch.SERVICE),
            names(switches, Kind.CLIENT),
            names(switches, Kind.API),
            names(switches, Kind.SCOPE));
  }

  private static Set<String> names(Collection<KillSwitch> switches, Kind kind) {
    return switches.stream()
        .filter(one -> one.kind() == kind)
        .map(KillSwitch::name)
        .collect(Collectors.toSet());
  }

  /** In an order for people. */
  public Set<KillSwitch> all() {
    var all = new TreeSet<KillSwitch>();
    if (service) {
      all.add(KillSwitch.SERVICE);
    }
    clients.forEach(id -> all.add(KillSwitch.client(id)));
    apis.forEach(identifier -> all.add(KillSwitch.api(identifier)));
    scopes.forEach(scope -> all.add(KillSwitch.scope(scope)));
    return Collections.unmodifiableSet(all);
  }

  /** How much of a kind is off; of the service, 1 or 0. */
  public int count(Kind kind) {
    return switch (kind) {
      case SERVICE -> service ? 1 : 0;
      case CLIENT -> clients.size();
      case API -> apis.size();
      case SCOPE -> scopes.size();
    };
  }

  /** Whether devices of that client get nothing. */
  public boolean stops(ClientId client) {
    return service || stopsItself(client);
  }

  /** Whether a client gets nothing that acts for itself: whoever administers can go on. */
  public boolean stopsItself(ClientId client) {
    return clients.contains(client.value());
  }

  /**
   * Whether a device of that client gets nothing for that API and scope. One of several scopes that
   * is off stops nothing, it is only {@link #left} out.
   *
   * @param api null if none is involved
   */
  public boolean stops(ClientId client, @Nullable String api, Scope scope) {
    return stops(client)
        || (api != null && apis.contains(api))
        || (touches(scope) && NOTHING_ALONE.containsAll(left(scope).tokens()));
  }

  /** Whether something of the scope is off. */
  public boolean touches(Scope scope) {
    return !scopes.isEmpty() && !Collections.disjoint(scopes, scope.tokens());
  }

  /** The scope without what is off. */
  public Scope left(Scope scope) {
    if (!touches(scope)) {
      return scope;
    }
    var left = new LinkedHashSet<>(scope.tokens());
    left.removeAll(scopes);
    return new Scope(left);
  }
}
