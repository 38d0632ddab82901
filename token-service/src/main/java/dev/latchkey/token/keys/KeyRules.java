package dev.latchkey.token.keys;

import static dev.latchkey.token.keys.KeyState.ACTIVE;
import static dev.latchkey.token.keys.KeyState.GONE;
import static dev.latchkey.token.keys.KeyState.PENDING;
import static dev.latchkey.token.keys.KeyState.RETIRING;

import dev.latchkey.token.keys.KeyChange.Activate;
import dev.latchkey.token.keys.KeyChange.Create;
import dev.latchkey.token.keys.KeyChange.Delete;
import dev.latchkey.token.keys.KeyChange.Keep;
import dev.latchkey.token.keys.KeyChange.Retire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which steps are due, given all keys and the time. Pure: taken again on its own result it finds
 * nothing more to do.
 *
 * @param configured the algorithm that tokens are signed with
 */
record KeyRules(
    Algorithm configured, Duration rotateEvery, Duration publishAhead, Duration keepAfter) {

  /** The algorithms that have keys; RS256 always, for verifiers that know nothing else. */
  Set<Algorithm> wanted() {
    return EnumSet.of(Algorithm.RS256, configured);
  }

  /** What time has brought: a successor to make, an end to plan, a key to delete. */
  List<KeyChange> due(List<KeyRecord> keys, Instant now) {
    var changes = new ArrayList<KeyChange>();
    keys.stream()
        .filter(key -> key.state(now) == GONE)
        .forEach(key -> changes.add(new Delete(key.kid())));
    var living = keys.stream().filter(key -> key.state(now) != GONE).toList();
    var made =
        wanted().stream()
            .filter(algorithm -> needsKey(algorithm, living, now))
            .map(algorithm -> create(algorithm, firstMoment(living, now)))
            .toList();
    changes.addAll(made);
    changes.addAll(ends(living, made, now));
    return changes;
  }

  /** A successor for the keys of that algorithm, the gentle way. */
  List<KeyChange> rotate(Algorithm algorithm, List<KeyRecord> keys, Instant now) {
    var made = List.of(create(algorithm, now.plus(publishAhead)));
    var changes = new ArrayList<KeyChange>(made);
    changes.addAll(ends(keys, made, now));
    return changes;
  }

  /** That key's end, at once; if it was the one to sign, another one does from now on. */
  List<KeyChange> remove(KeyRecord removed, List<KeyRecord> keys, Instant now) {
    var changes = new ArrayList<KeyChange>();
    changes.add(new Delete(removed.kid()));
    var rest =
        keys.stream()
            .filter(key -> !key.equals(removed) && key.algorithm() == removed.algorithm())
            .toList();
    if (removed.state(now) == PENDING) {
      rest.stream()
          .filter(key -> key.state(now) == ACTIVE && key.life().retiresAt() != null)
          .forEach(key -> changes.add(new Keep(key.kid())));
    }
    if (removed.state(now) == ACTIVE && wanted().contains(removed.algorithm())) {
      changes.addAll(replacement(removed.algorithm(), rest, now));
    }
    return changes;
  }

  private static List<KeyChange> replacement(
      Algorithm algorithm, List<KeyRecord> rest, Instant now) {
    if (rest.stream().anyMatch(key -> key.state(now) == ACTIVE)) {
      return List.of();
    }
    return rest.stream()
        .filter(key -> key.state(now) == PENDING)
        .min(KeyRecord.OLDEST_FIRST)
        .<List<KeyChange>>map(pending -> List.of(new Activate(pending.kid(), now)))
        .orElseGet(() -> List.of(create(algorithm, now)));
  }

  private static Create create(Algorithm algorithm, Instant activatesAt) {
    return new Create(UUID.randomUUID().toString(), algorithm, activatesAt);
  }

  /** At once where nothing can sign, so where no verifier has cached anything of use either. */
  private Instant firstMoment(List<KeyRecord> living, Instant now) {
    return living.stream().anyMatch(key -> key.state(now) == ACTIVE) ? now.plus(publishAhead) : now;
  }

  private boolean needsKey(Algorithm algorithm, List<KeyRecord> living, Instant now) {
    if (living.stream().anyMatch(key -> key.is(algorithm, PENDING, now))) {
      return false;
    }
    return living.stream()
        .filter(key -> key.is(algorithm, ACTIVE, now))
        .max(KeyRecord.OLDEST_FIRST)
        .map(signing -> !now.isBefore(lastMoment(signing).minus(publishAhead)))
        .orElse(true);
  }

  /** When a key has to stop: by its age, or because that has been planned. */
  private Instant lastMoment(KeyRecord key) {
    var byAge = key.life().activatesAt().plus(rotateEvery);
    var planned = key.life().retiresAt();
    return planned != null && planned.isBefore(byAge) ? planned : byAge;
  }

  private List<Retire> ends(List<KeyRecord> living, List<Create> made, Instant now) {
    return living.stream()
        .filter(key -> key.life().retiresAt() == null)
        .flatMap(
            key ->
                end(key, living, made, now).stream()
                    .map(end -> new Retire(key.kid(), end, end.plus(keepAfter))))
        .toList();
  }

  /** When a key without a planned end should retire, if anything says so. */
  private Optional<Instant> end(
      KeyRecord key, List<KeyRecord> living, List<Create> made, Instant now) {
    var takenOver =
        Stream.concat(
                living.stream()
                    .filter(other -> other.algorithm() == key.algorithm())
                    .filter(other -> KeyRecord.OLDEST_FIRST.compare(other, key) > 0)
                    .filter(other -> other.state(now) != RETIRING)
                    .map(other -> other.life().activatesAt()),
                made.stream()
                    .filter(other -> other.algorithm() == key.algorithm())
                    .map(Create::activatesAt))
            .min(Comparator.naturalOrder());
    if (takenOver.isPresent()) {
      return takenOver.map(moment -> moment.isBefore(now) ? now : moment);
    }
    var replaced =
        !wanted().contains(key.algorithm())
            && key.state(now) == ACTIVE
            && living.stream().anyMatch(other -> other.is(configured, ACTIVE, now));
    // Twice: a setting that is taken back within the first half loses nothing, and replicas with
    // the old setting, during a rolling update, make no successor meanwhile.
    return replaced ? Optional.of(now.plus(publishAhead.multipliedBy(2))) : Optional.empty();
  }
}
