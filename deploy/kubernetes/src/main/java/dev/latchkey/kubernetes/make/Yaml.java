package dev.latchkey.kubernetes.make;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps whose entries stay in their order. */
final class Yaml {

  private Yaml() {}

  /** Of keys and values in turn. */
  static Map<String, Object> map(Object... entries) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }
}
