package dev.latchkey.chaos.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * All accounts together.
 *
 * @param counts how many grants came to what
 * @param violations one line each; empty if the books balance
 */
public record Balance(Map<Entry, Integer> counts, List<String> violations) {

  public Balance {
    counts = Map.copyOf(counts);
    violations = List.copyOf(violations);
  }

  /**
   * Balances the books.
   *
   * @param others what is wrong besides: devices logged out, answers outside the protocol
   */
  public static Balance of(Collection<Account> accounts, Judgement judgement, List<String> others) {
    var counts = new EnumMap<Entry, Integer>(Entry.class);
    var violations = new ArrayList<>(others);
    var strangers = new HashSet<>(judgement.fences().keySet());
    for (var account : accounts) {
      var entry = judgement.of(account);
      counts.merge(entry, 1, Integer::sum);
      strangers.remove(account.grant());
      if (!entry.isAllowed()) {
        violations.add(
            "grant %s (%s): %s".formatted(account.grant(), account.proof(), entry.words()));
      }
    }
    strangers.forEach(grant -> violations.add("grant " + grant + ": redeemed, and nobody's"));
    return new Balance(counts, violations);
  }

  public int count(Entry entry) {
    return counts.getOrDefault(entry, 0);
  }
}
