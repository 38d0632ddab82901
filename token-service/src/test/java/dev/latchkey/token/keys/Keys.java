package dev.latchkey.token.keys;

import dev.latchkey.token.keys.KeyChange.Activate;
import dev.latchkey.token.keys.KeyChange.Create;
import dev.latchkey.token.keys.KeyChange.Delete;
import dev.latchkey.token.keys.KeyChange.Keep;
import dev.latchkey.token.keys.KeyChange.Retire;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The keys of a fleet in plain Java: does what the rules say, without a database. */
final class Keys {

  private static final KeyPair ANY = Algorithm.ES256.generate();

  private List<KeyRecord> records = new ArrayList<>();

  List<KeyRecord> records() {
    return records;
  }

  void apply(List<KeyChange> changes, Instant now) {
    changes.forEach(change -> records = after(change, now));
  }

  Optional<String> signer(Algorithm algorithm, Instant now) {
    return ring().signer(algorithm, now).map(SigningKey::kid);
  }

  List<String> published(Instant now) {
    return ring().published(now).stream().map(key -> key.record().kid()).toList();
  }

  KeyRing ring() {
    var opened = new HashMap<String, SigningKey>();
    records.forEach(
        key ->
            opened.put(
                key.kid(),
                new SigningKey(key.kid(), key.algorithm(), ANY.getPublic(), ANY.getPrivate())));
    return new KeyRing(
        records.stream().map(key -> new PublishedKey(key, ANY.getPublic())).toList(), opened);
  }

  private List<KeyRecord> after(KeyChange change, Instant now) {
    var changed = new ArrayList<KeyRecord>();
    for (var key : records) {
      if (!key.kid().equals(change.kid())) {
        changed.add(key);
        continue;
      }
      var life = key.life();
      switch (change) {
        case Activate(var kid, var at) ->
            changed.add(
                new KeyRecord(
                    kid,
                    key.algorithm(),
                    new KeyLife(life.createdAt(), at, life.retiresAt(), life.goneAt())));
        case Retire(var kid, var at, var gone) ->
            changed.add(
                new KeyRecord(
                    kid,
                    key.algorithm(),
                    new KeyLife(life.createdAt(), life.activatesAt(), at, gone)));
        case Keep(var kid) ->
            changed.add(
                new KeyRecord(
                    kid,
                    key.algorithm(),
                    new KeyLife(life.createdAt(), life.activatesAt(), null, null)));
        case Delete ignored -> {}
        case Create ignored -> throw new IllegalStateException("made twice");
      }
    }
    if (change instanceof Create(var kid, var algorithm, var at)) {
      changed.add(new KeyRecord(kid, algorithm, new KeyLife(now, at, null, null)));
    }
    return changed;
  }
}
