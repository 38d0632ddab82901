package dev.latchkey.token.keys;

import static dev.latchkey.token.keys.KeyState.ACTIVE;
import static dev.latchkey.token.keys.KeyState.GONE;
import static dev.latchkey.token.keys.KeyState.RETIRING;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one replica.
 *
 * @param keys newest first
 * @param opened by kid; without those that are sealed under a master key which this replica lacks
 */
record KeyRing(List<PublishedKey> keys, Map<String, SigningKey> opened) {

  static final KeyRing EMPTY = new KeyRing(List.of(), Map.of());

  KeyRing {
    keys =
        keys.stream()
            .sorted(Comparator.comparing(PublishedKey::record, KeyRecord.OLDEST_FIRST).reversed())
            .toList();
    opened = Map.copyOf(opened);
  }

  List<PublishedKey> published(Instant now) {
    return keys.stream().filter(key -> key.record().state(now) != GONE).toList();
  }

  Optional<PublishedKey> find(String kid, Instant now) {
    return published(now).stream().filter(key -> key.record().kid().equals(kid)).findFirst();
  }

  /**
   * The key to sign with: the newest active one of that algorithm. Where there is none, that of
   * another algorithm, rather not the RS256 that is always there; at worst a retiring one, which
   * verifies as long as it is published.
   */
  Optional<SigningKey> signer(Algorithm wanted, Instant now) {
    return keys.stream()
        .map(PublishedKey::record)
        .filter(key -> opened.containsKey(key.kid()))
        .filter(key -> key.state(now) == ACTIVE || key.state(now) == RETIRING)
        .min(
            Comparator.comparing((KeyRecord key) -> key.state(now) != ACTIVE)
                .thenComparing(key -> key.algorithm() != wanted)
                .thenComparing(key -> key.algorithm() == Algorithm.RS256)
                .thenComparing(KeyRecord.OLDEST_FIRST.reversed()))
        .map(key -> opened.get(key.kid()));
  }
}
