package dev.latchkey.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kubernetes.Rendered;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A route that is not in the table, or leads elsewhere, or nowhere, is found and named. */
class RoutesTest {

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          production         | path: /oauth/token\\n        pathType: Exact | path: /oauth/token\\n        pathType: Prefix | Ingress: routes /oauth/token and below to token-service
          production         | path: /userinfo   | path: /internal/devices | Ingress: routes /internal/devices to token-service
          production         | path: /userinfo   | path: /q/metrics        | Ingress: does not route /userinfo to token-service
          production         | path: /userinfo   | path: /admin/keys       | Ingress/latchkey: routes public paths and administration
          production         | path: /admin/keys | path: /admin/secrets    | Ingress: does not route /admin/keys and below to token-service
          production-gateway | value: /userinfo  | value: /                | HTTPRoute: routes / to token-service
          production-gateway | value: /device\\n | value: /devicex\\n      | HTTPRoute: does not route /device and below to verification-ui
          production-gateway | - path:\\n        type: Exact\\n        value: /oauth2/token\\n | - path:\\n        type: Exact\\n        value: /oauth2/token\\n    - path:\\n        type: Exact\\n        value: /oauth3/token\\n | HTTPRoute/latchkey: a rule has 9 matches, more than 8
          production         | host: latchkey-admin.example.internal | host: latchkey.example.com | Ingress: latchkey.example.com is public and administration's
          production         | host: latchkey-admin.example.internal | host: "*.example.com" | Ingress: *.example.com is public and administration's
          production         | - host: latchkey.example.com\\n    http: | - http:        | Ingress/latchkey: is for any host
          production-gateway | - latchkey-admin.example.internal    | - latchkey.example.com  | HTTPRoute: latchkey.example.com is public and administration's
          production         | - name: http\\n    port: 80 | - name: web\\n    port: 80 | Ingress/latchkey: token-service has no such port
          """)
  void aRouteThatIsNotAsTheTableSaysIsFound(
      String overlay, String right, String wrong, String said) {
    // Given
    var rendered = Rendered.text(overlay);
    var text = right.replace("\\n", "\n");

    // When
    var violations = Checks.violations(rendered.replace(text, wrong.replace("\\n", "\n")));

    // Then
    assertThat(rendered).contains(text);
    assertThat(violations).anySatisfy(each -> assertThat(each).contains(said));
  }
}
