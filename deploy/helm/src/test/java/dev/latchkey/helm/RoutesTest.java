package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Ways in from outside, as values say. That their paths are those of the services, and no others,
 * is asked of all examples.
 */
class RoutesTest {

  private static final String INGRESS =
      """
      networkPolicy: { ingressFrom: [{ namespaceSelector: {} }] }
      ingress: { enabled: true, className: nginx, tlsSecret: login }
      """;

  @Test
  void areNoneAtFirst() {
    // Given
    var values = Values.least();

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(rendered.all(Ingress.class)).isEmpty();
    assertThat(rendered.all(HTTPRoute.class)).isEmpty();
  }

  @Test
  void leaveAdministrationOutUnlessItIsAskedFor() {
    // Given
    var values = Values.with(INGRESS);

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(rendered.all(Ingress.class))
        .singleElement()
        .satisfies(
            ingress -> {
              assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("nginx");
              assertThat(ingress.getSpec().getTls().getFirst().getHosts())
                  .containsExactly("login.example.com");
              assertThat(paths(ingress)).noneMatch(path -> path.matches("/(admin|internal|q).*"));
            });
  }

  @Test
  void ofAdministrationHaveAHostOfTheirOwn() {
    // Given
    var values =
        Values.with(INGRESS + "admin: { enabled: true, host: a.example, className: inside }");

    // When
    var admin = Chart.OURS.render(values).one(Ingress.class, "-admin");

    // Then
    assertThat(admin.getSpec().getIngressClassName()).isEqualTo("inside");
    assertThat(admin.getSpec().getRules()).extracting("host").containsExactly("a.example");
    assertThat(paths(admin)).allMatch(path -> path.startsWith("/admin/"));
  }

  @Test
  void ofAGatewayLeadTheBareAddressToThePages() {
    // Given
    var values = Values.example("gateway");

    // When
    var route = Chart.OURS.render(values).one(HTTPRoute.class, "-latchkey");

    // Then
    assertThat(route.getSpec().getHostnames()).containsExactly("login.example.com");
    assertThat(route.getSpec().getRules().getFirst().getFilters())
        .singleElement()
        .extracting("requestRedirect.path.replaceFullPath")
        .isEqualTo("/device");
  }

  @Test
  void ofAGatewayLeaveHeldPollsTheirTime() {
    // Given
    var values = Values.example("gateway");

    // When
    var rules = toTokenService(Chart.OURS.render(values));

    // Then
    assertThat(rules)
        .hasSizeGreaterThan(1)
        .allSatisfy(rule -> assertThat(rule.getTimeouts().getRequest()).isEqualTo("60s"));
  }

  @Test
  void ofAGatewaySayNothingOfTimeWhereThatIsNotKnown() {
    // Given
    var values =
        Values.with(
            """
            networkPolicy: { ingressFrom: [{ namespaceSelector: {} }] }
            gateway: { enabled: true, parentRefs: [{ name: public }], requestTimeout: "" }
            """);

    // When
    var rules = toTokenService(Chart.OURS.render(values));

    // Then
    assertThat(rules).isNotEmpty().allMatch(rule -> rule.getTimeouts() == null);
  }

  private static List<HTTPRouteRule> toTokenService(Rendered rendered) {
    return rendered
        .all(HTTPRoute.class)
        .flatMap(route -> route.getSpec().getRules().stream())
        .filter(
            rule ->
                rule.getBackendRefs().stream()
                    .anyMatch(backend -> backend.getName().endsWith("-token-service")))
        .toList();
  }

  private static List<String> paths(Ingress ingress) {
    return ingress.getSpec().getRules().getFirst().getHttp().getPaths().stream()
        .map(HTTPIngressPath::getPath)
        .toList();
  }
}
