package dev.latchkey.authz.registry.file;

import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;

/**
 * What no text may have of which a tree is made. Looked at event by event, before: the tree might
 * never be finished, or not find the room.
 */
final class YamlBounds {

  /** Of names, values, lists and mappings. Each takes half a kilobyte, and pods are small. */
  static final int MOST_NODES = 50_000;

  /** In lists and mappings; the keys of a client are six deep. */
  private static final int DEEPEST = 20;

  private YamlBounds() {}

  /** Fails with {@link InvalidRegistryException}, at the first event that is too much. */
  static void check(Iterable<Event> events) {
    var depth = 0;
    var nodes = 0;
    for (var event : events) {
      if (event instanceof NodeEvent && ++nodes > MOST_NODES) {
        throw refusal(event, "has more than " + MOST_NODES + " names and values up to here");
      }
      switch (event) {
        case AliasEvent alias ->
            throw refusal(alias, "has an alias (*) here: write it out instead");
        case CollectionStartEvent start -> {
          if (++depth > DEEPEST) {
            throw refusal(start, "is nested deeper here than any registry");
          }
        }
        case CollectionEndEvent ignored -> depth--;
        default -> {}
      }
    }
  }

  private static InvalidRegistryException refusal(Event event, String what) {
    return new InvalidRegistryException(
        new Mistake(YamlText.place(event.getStartMark()), "", what));
  }
}
