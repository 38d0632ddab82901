package dev.latchkey.authz.registry.check;

import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Declaration;
import dev.latchkey.authz.registry.Webhook;
import dev.latchkey.authz.registry.check.Change.Kind;
import dev.latchkey.authz.registry.check.Change.Verb;
import dev.latchkey.oauth.registry.WrittenUser;
import dev.latchkey.oauth.switches.KillSwitch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares what two registry files declare, field by field. What a field means counts, not how it
 * is written: 60s and 1m are the same, and so are a default and nothing.
 */
final class RegistryDifference {

  private final List<Change> changes = new ArrayList<>();

  private RegistryDifference() {}

  static List<Change> between(CheckedFile.Valid older, CheckedFile.Valid newer) {
    var difference = new RegistryDifference();
    difference.compare(
        Kind.API,
        entries(older.declaration().apis(), Api::identifier, ApiFields::of),
        entries(newer.declaration().apis(), Api::identifier, ApiFields::of));
    difference.compare(
        Kind.CLIENT,
        entries(
            older.declaration().clients(), entry -> entry.client().id().value(), ClientFields::of),
        entries(
            newer.declaration().clients(), entry -> entry.client().id().value(), ClientFields::of));
    difference.compare(
        Kind.USER,
        entries(older.users(), RegistryDifference::name, UserFields::of),
        entries(newer.users(), RegistryDifference::name, UserFields::of));
    difference.compare(
        Kind.KILL_SWITCH, switches(older.declaration()), switches(newer.declaration()));
    difference.compare(
        Kind.WEBHOOK,
        entries(older.declaration().webhooks(), Webhook::name, WebhookFields::of),
        entries(newer.declaration().webhooks(), Webhook::name, WebhookFields::of));
    return List.copyOf(difference.changes);
  }

  private static Map<String, Map<String, FieldValue>> switches(Declaration declaration) {
    var sorted = List.copyOf(new TreeSet<>(declaration.switches()));
    return entries(sorted, KillSwitch::toString, off -> Map.of());
  }

  /** Case does not matter in it. */
  private static String name(WrittenUser user) {
    return String.valueOf(user.username()).toLowerCase(Locale.ROOT);
  }

  private static <T> Map<String, Map<String, FieldValue>> entries(
      List<T> declared, Function<T, String> id, Function<T, Map<String, FieldValue>> fields) {
    var entries = new LinkedHashMap<String, Map<String, FieldValue>>();
    declared.forEach(entry -> entries.put(id.apply(entry), fields.apply(entry)));
    return entries;
  }

  private void compare(
      Kind kind,
      Map<String, Map<String, FieldValue>> older,
      Map<String, Map<String, FieldValue>> newer) {
    newer.forEach(
        (id, fields) -> {
          var before = older.get(id);
          if (before == null) {
            changes.add(Change.added(kind, id));
          } else {
            compare(kind, id, before, fields);
          }
        });
    older.keySet().stream()
        .filter(id -> !newer.containsKey(id))
        .forEach(id -> changes.add(Change.removed(kind, id)));
  }

  private void compare(
      Kind kind, String id, Map<String, FieldValue> older, Map<String, FieldValue> newer) {
    var names = new LinkedHashSet<>(newer.keySet());
    names.addAll(older.keySet());
    for (var name : names) {
      var before = older.getOrDefault(name, FieldValue.none());
      var after = newer.getOrDefault(name, FieldValue.none());
      if (!after.equals(before)) {
        changes.add(new Change(kind, id, Verb.CHANGED, name, after.since(before)));
      }
    }
  }
}
