package dev.latchkey.ui.devices;

import dev.latchkey.grant.Scope;
import dev.latchkey.grant.Words;
import dev.latchkey.ui.consent.ScopeGroup;
import dev.latchkey.ui.consent.ScopeWords;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a person gets to see of a device.
 *
 * @param words the API's own, by scope
 * @param apiName null if no API is involved
 */
record DeviceDetails(
    MyDevice device, Scope scope, Map<String, Words> words, @Nullable String apiName) {

  DeviceDetails {
    words = Map.copyOf(words);
  }

  /** What it may do, in the language of the page; where it is read from there is none. */
  public List<ScopeGroup> access() {
    return ScopeWords.of(scope, words, apiName);
  }
}
