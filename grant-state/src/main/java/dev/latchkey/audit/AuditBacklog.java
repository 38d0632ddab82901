package dev.latchkey.audit;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * The view of whoever keeps audit events: what is in the stream and not kept yet. Every verb fails
 * with {@link dev.latchkey.grant.GrantStoreException} when Redis does, and can then be repeated.
 */
public interface AuditBacklog {

  /**
   * The next entries for a consumer, oldest first: those that it was given before and is not {@link
   * #done} with; else those that another was given a minute ago or more, as it is probably gone;
   * else those that nobody was given. So an entry comes again until somebody is done with it.
   *
   * @param consumer one process, the same each time
   */
  Uni<List<AuditEntry>> read(UUID consumer, int most);

  /** They are kept: removes them from the stream. */
  Uni<Void> done(List<AuditEntry> entries);

  /**
   * Nobody will ever be able to keep them: moves them aside for a person to look at, the last
   * thousand of such.
   */
  Uni<Void> setAside(List<AuditEntry> entries);

  /** How many entries are in the stream. */
  Uni<Long> size();
}
