package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.util.stream.Stream;

/** No rule of an HTTPRoute has more matches than the Gateway API is sure to take. */
final class RuleMatches implements Check {

  private static final int MOST = 8;

  @Override
  public Stream<String> violations(Installation installation) {
    return installation
        .all(HTTPRoute.class)
        .flatMap(
            route ->
                route.getSpec().getRules().stream()
                    .map(rule -> rule.getMatches().size())
                    .filter(matches -> matches > MOST)
                    .map(
                        matches ->
                            "%s: a rule has %d matches, more than %d"
                                .formatted(Installation.name(route), matches, MOST)));
  }
}
