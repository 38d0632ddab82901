package dev.latchkey.authz.events;

import dev.latchkey.audit.AuditBacklog;
import dev.latchkey.audit.AuditEntry;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The real backlog, in the hands of a process that may die whenever it has called it. */
final class MortalBacklog implements AuditBacklog {

  /** From here on the process does nothing any more. */
  static final class Died extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private final AuditBacklog backlog;
  private final BooleanSupplier dies;

  MortalBacklog(AuditBacklog backlog, BooleanSupplier dies) {
    this.backlog = backlog;
    this.dies = dies;
  }

  @Override
  public Uni<List<AuditEntry>> read(UUID consumer, int most) {
    return backlog.read(consumer, most).invoke(this::live);
  }

  /** It dies before that, when the rows are stored, or right after. */
  @Override
  public Uni<Void> done(List<AuditEntry> entries) {
    return Uni.createFrom()
        .deferred(
            () -> {
              live();
              return backlog.done(entries);
            })
        .invoke(this::live);
  }

  @Override
  public Uni<Void> setAside(List<AuditEntry> entries) {
    return backlog.setAside(entries).invoke(this::live);
  }

  @Override
  public Uni<Long> size() {
    return backlog.size();
  }

  private void live() {
    if (dies.getAsBoolean()) {
      throw new Died();
    }
  }
}
