package dev.latchkey.authz.length;

import dev.latchkey.live.CodeSpace;
import dev.latchkey.live.IssuedCodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What this pod has issued since it last told the others. */
final class Issued {

  private final Map<Kind, Long> counts = new ConcurrentHashMap<>();

  void add(CodeSpace space, Duration lifetime) {
    add(space, lifetime, 1);
  }

  /** All of it, and forgets it; what is issued meanwhile is for the next time. */
  List<IssuedCodes> take() {
    var taken = new ArrayList<IssuedCodes>();
    for (var kind : List.copyOf(counts.keySet())) {
      var count = counts.remove(kind);
      if (count != null) {
        taken.add(new IssuedCodes(kind.space(), kind.lifetime(), count));
      }
    }
    return List.copyOf(taken);
  }

  /** What is there to take, by kind of code. */
  Map<CodeSpace, Long> bySpace() {
    return counts.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.getKey().space(), Collectors.summingLong(Map.Entry::getValue)));
  }

  /** The others may not have heard of it. */
  void giveBack(List<IssuedCodes> taken) {
    taken.forEach(codes -> add(codes.space(), codes.lifetime(), codes.count()));
  }

  private void add(CodeSpace space, Duration lifetime, long count) {
    counts.merge(new Kind(space, lifetime), count, Long::sum);
  }

  private record Kind(CodeSpace space, Duration lifetime) {}
}
