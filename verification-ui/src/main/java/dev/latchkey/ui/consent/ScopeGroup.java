package dev.latchkey.ui.consent;

import java.util.List;

/** What a device asks of one party, in words. */
public record ScopeGroup(String title, List<String> words) {

  public ScopeGroup {
    words = List.copyOf(words);
  }
}
