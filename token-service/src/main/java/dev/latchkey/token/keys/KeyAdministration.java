package dev.latchkey.token.keys;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.token.keys.KeyChange.Create;
import dev.latchkey.token.keys.RotationOutcome.Planned;
import dev.latchkey.token.keys.RotationOutcome.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What an administrator does to signing keys. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does; what was asked may then
 * have happened or not.
 */
@ApplicationScoped
public class KeyAdministration {

  private final SigningKeyRows rows;
  private final SigningKeys keys;
  private final KeyAudit audit;
  private final SqlGate sql;

  KeyAdministration(SigningKeyRows rows, SigningKeys keys, KeyAudit audit, SqlGate sql) {
    this.rows = rows;
    this.keys = keys;
    this.audit = audit;
    this.sql = sql;
  }

  /** Every key there is, newest first. */
  public Uni<List<KeyRecord>> all() {
    return sql.statement(rows::all)
        .map(found -> found.stream().map(SigningKeyRow::record).sorted(newestFirst()).toList());
  }

  public Uni<Optional<KeyRecord>> find(String kid) {
    return all().map(found -> found.stream().filter(key -> key.kid().equals(kid)).findFirst());
  }

  /** Makes the successor of that algorithm's key; it takes over once verifiers know it. */
  public Uni<RotationOutcome> rotate(Algorithm algorithm, ClientId by) {
    if (!rows.rules().wanted().contains(algorithm)) {
      return Uni.createFrom().item(Refused.NOT_IN_USE);
    }
    return change(
            (all, now) ->
                all.stream().anyMatch(key -> key.is(algorithm, KeyState.PENDING, now))
                    ? List.of()
                    : rows.rules().rotate(algorithm, all, now),
            by)
        .map(KeyAdministration::outcome);
  }

  /**
   * Takes a key away at once: what it signed does not verify any more. If it was the one to sign,
   * its pending successor does from now on, or else a new key.
   *
   * @param precondition throws if the key is not what the administrator has seen, given
   *     PostgreSQL's time; then nothing changes
   * @return whether there was such a key
   */
  public Uni<Boolean> remove(String kid, BiConsumer<KeyRecord, Instant> precondition, ClientId by) {
    return change(
            (all, now) ->
                all.stream()
                    .filter(key -> key.kid().equals(kid))
                    .findFirst()
                    .map(
                        key -> {
                          precondition.accept(key, now);
                          return rows.rules().remove(key, all, now);
                        })
                    .orElseGet(List::of),
            by)
        .map(changed -> !changed.changes().isEmpty());
  }

  private Uni<ChangedKeys> change(KeyDecision decision, ClientId by) {
    return sql.statement(() -> rows.change(decision))
        .invoke(
            changed -> {
              keys.take(changed);
              audit.changed(changed, by);
            });
  }

  private static RotationOutcome outcome(ChangedKeys changed) {
    return changed.changes().stream()
        .filter(Create.class::isInstance)
        .flatMap(made -> changed.rows().stream().filter(row -> row.kid().equals(made.kid())))
        .findFirst()
        .<RotationOutcome>map(row -> new Planned(row.record()))
        .orElse(Refused.ALREADY_PLANNED);
  }

  private static Comparator<KeyRecord> newestFirst() {
    return KeyRecord.OLDEST_FIRST.reversed();
  }
}
