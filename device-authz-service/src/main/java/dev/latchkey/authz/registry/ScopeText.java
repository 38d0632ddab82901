package dev.latchkey.authz.registry;

import dev.latchkey.grant.Words;
import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row of the {@code api_scope} table: what an API calls one of its scopes in one language.
 *
 * @param language tag of BCP 47
 */
@Embeddable
record ScopeText(String scope, String language, String words) {

  static Set<ScopeText> of(Map<String, Words> scopes) {
    return scopes.entrySet().stream()
        .flatMap(
            scope ->
                scope.getValue().byLanguage().entrySet().stream()
                    .map(text -> new ScopeText(scope.getKey(), text.getKey(), text.getValue())))
        .collect(Collectors.toSet());
  }

  static Map<String, Words> words(Collection<ScopeText> texts) {
    return texts.stream()
        .collect(
            Collectors.groupingBy(
                ScopeText::scope,
                Collectors.collectingAndThen(
                    Collectors.toMap(ScopeText::language, ScopeText::words), Words::new)));
  }
}
