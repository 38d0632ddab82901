package dev.latchkey.authz.registry.check;

import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Declaration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Which fields of an entry say something else than before, by their names in the file. */
public final class ChangedFields {

  private ChangedFields() {}

  public static List<String> of(Declaration.Entry before, Declaration.Entry after) {
    return of(ClientFields.of(before), ClientFields.of(after));
  }

  public static List<String> of(Api before, Api after) {
    return of(ApiFields.of(before), ApiFields.of(after));
  }

  private static List<String> of(Map<String, FieldValue> before, Map<String, FieldValue> after) {
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(before.get(name), after.get(name)))
        .toList();
  }
}
