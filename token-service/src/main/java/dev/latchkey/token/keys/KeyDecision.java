package dev.latchkey.token.keys;

import java.time.Instant;
import java.util.List;

/** What to do, given every key there is; taken while nobody else can change any. */
@FunctionalInterface
interface KeyDecision {

  List<KeyChange> take(List<KeyRecord> keys, Instant now);
}
