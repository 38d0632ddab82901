package dev.latchkey.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import org.junit.jupiter.api.Test;

/** What is between a device and token-service does not give up before a held poll ends, at 30 s. */
class HeldPollsTest {

  @Test
  void haveTimeEnoughAtEveryGateway() {
    // When
    var rules =
        Rendered.of("production-gateway")
            .all(HTTPRoute.class)
            .flatMap(route -> route.getSpec().getRules().stream())
            .filter(HeldPollsTest::leadsToTokenService)
            .toList();

    // Then
    assertThat(rules).hasSizeGreaterThan(1).allMatch(rule -> rule.getTimeouts() != null);
    assertThat(rules).extracting(rule -> rule.getTimeouts().getRequest()).containsOnly("60s");
  }

  @Test
  void haveTimeEnoughInTheDemo() {
    // When
    var demo = Rendered.text("demo");

    // Then
    assertThat(demo).contains("proxy_read_timeout 60s;");
  }

  private static boolean leadsToTokenService(HTTPRouteRule rule) {
    return rule.getBackendRefs().stream()
        .anyMatch(backend -> backend.getName().equals("token-service"));
  }
}
