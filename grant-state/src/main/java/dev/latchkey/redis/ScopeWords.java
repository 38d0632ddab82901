package dev.latchkey.redis;

import dev.latchkey.grant.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The field {@code scope_words}: one text a line, {@code token language text}. Neither token nor
 * language has a space in it, and the registry admits no line breaks in texts.
 */
final class ScopeWords {

  private ScopeWords() {}

  static String write(Map<String, Words> byScope) {
    return byScope.entrySet().stream()
        .flatMap(
            scope ->
                scope.getValue().byLanguage().entrySet().stream()
                    .map(text -> scope.getKey() + " " + text.getKey() + " " + text.getValue()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  static Map<String, Words> read(String lines) {
    var byScope = new HashMap<String, Map<String, String>>();
    lines
        .lines()
        .map(line -> line.split(" ", 3))
        .forEach(
            text ->
                byScope.computeIfAbsent(text[0], scope -> new HashMap<>()).put(text[1], text[2]));
    return byScope.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, scope -> new Words(scope.getValue())));
  }
}
