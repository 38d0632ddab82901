package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.switches.DeclaredSwitches;
import dev.latchkey.authz.switches.SwitchChange;
import dev.latchkey.oauth.switches.KillSwitch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Which kill switches of the file are thrown and released when. Nobody can tell whose copy of the
 * file is the newest, so whatever is uncertain stays off: a replica releases what it has seen go
 * from its file; or what its file has not thrown since {@code latchkey.registry.compare-every}
 * after the start, by when its copy is as new as the others'. Time and again it throws what is
 * missing.
 */
@ApplicationScoped
class FileSwitches {

  private final DeclaredSwitches switches;
  private final LongSupplier nanoTime;
  private final long trustedAt;

  /** What the file threw when it was last taken over. */
  private volatile Set<KillSwitch> before = Set.of();

  /** Whether what the file did not throw at the start has been released. */
  private volatile boolean trusted;

  @Inject
  FileSwitches(DeclaredSwitches switches, RegistryConfig config) {
    this(switches, config, System::nanoTime);
  }

  FileSwitches(DeclaredSwitches switches, RegistryConfig config, LongSupplier nanoTime) {
    this.switches = switches;
    this.nanoTime = nanoTime;
    this.trustedAt = nanoTime.getAsLong() + config.compareEvery().toNanos();
  }

  /** The file is new, or says something else, and is about to be taken over. */
  Uni<SwitchChange> taking(Collection<KillSwitch> declared) {
    return switches.add(declared);
  }

  /** It is taken over: only now may go on what the rest of the file stops instead. */
  Uni<SwitchChange> taken(Collection<KillSwitch> declared) {
    var gone = new HashSet<>(before);
    gone.removeAll(declared);
    return switches.release(gone).invoke(() -> before = Set.copyOf(declared));
  }

  /** The file says what it did. */
  Uni<SwitchChange> unchanged(Collection<KillSwitch> declared) {
    if (trusted || nanoTime.getAsLong() - trustedAt < 0) {
      return switches.add(declared);
    }
    return switches.declare(declared).invoke(() -> trusted = true);
  }

  /** Whether all that the file does not throw has been released. */
  boolean isTrusted() {
    return trusted;
  }

  /** What would change if it were taken over, and nothing were uncertain. */
  Uni<SwitchChange> compare(Collection<KillSwitch> declared) {
    return switches.compare(declared);
  }
}
