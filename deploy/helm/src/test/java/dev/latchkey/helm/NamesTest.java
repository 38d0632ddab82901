package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an upgrade may not change stays, and names are ones that Kubernetes takes. */
class NamesTest {

  /** As long as Helm permits. */
  private static final String LONG = "a-release-with-a-name-that-is-as-long-as-helm-permits";

  private static final int LONGEST = 63;

  @Test
  void ofLongReleasesAreShortEnough() {
    // Given
    var values = Values.example("production");

    // When
    var rendered = Chart.ALL_SHOWN.render(LONG, values);

    // Then
    assertThat(rendered.violations()).isEmpty();
    assertThat(rendered.all(HasMetadata.class))
        .extracting(each -> each.getMetadata().getName())
        .allMatch(name -> name.length() <= LONGEST);
  }

  @Test
  void ofTwoLongReleasesAreDifferent() {
    // Given
    var values = Values.least();
    var one = names(Chart.ALL_SHOWN.render(LONG, values));

    // When
    var other = names(Chart.ALL_SHOWN.render(LONG.replaceAll(".$", "z"), values));

    // Then
    assertThat(other).hasSameSizeAs(one).doesNotContainAnyElementsOf(one);
  }

  @Test
  void ofAReleaseThatIsCalledLatchkeySayItOnce() {
    // Given
    var values = Values.least();

    // When
    var rendered = Chart.OURS.render("latchkey", values);

    // Then
    assertThat(rendered.all(Deployment.class))
        .extracting(each -> each.getMetadata().getName())
        .containsExactlyInAnyOrder(
            "latchkey-device-authz-service", "latchkey-token-service", "latchkey-verification-ui");
  }

  @Test
  void andSelectorsStayInAnotherVersion() {
    // Given
    var values = Values.example("production");
    var now = Chart.ALL_SHOWN.render(values);
    var next =
        Chart.ALL_SHOWN
            .copy()
            .replace("Chart.yaml", "ersion: 0.1.0-SNAPSHOT", "ersion: 7.2.0+build.5");

    // When
    var then = next.render(values);

    // Then
    assertThat(names(then)).isEqualTo(names(now));
    assertThat(selectors(then)).isEqualTo(selectors(now));
    assertThat(then.violations()).isEmpty();
    assertThat(then.container("token-service").getImage()).endsWith("/token-service:7.2.0_build.5");
  }

  @Test
  void ofLabelsStandOnceEach() {
    // Given
    var values =
        Values.with(
            """
            commonLabels: { team: identity, stage: live }
            tokenService: { pod: { labels: { team: tokens } } }
            """);

    // When
    var deployment = Chart.OURS.render(values).one(Deployment.class, "-token-service");

    // Then
    assertThat(deployment.getMetadata().getLabels())
        .containsEntry("team", "identity")
        .containsEntry("app.kubernetes.io/part-of", "latchkey");
    assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
        .containsEntry("team", "tokens")
        .containsEntry("stage", "live");
    assertThat(deployment.getSpec().getSelector().getMatchLabels())
        .containsOnlyKeys(
            "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component");
  }

  private static List<String> names(Rendered rendered) {
    return rendered
        .all(HasMetadata.class)
        .map(each -> each.getKind() + "/" + each.getMetadata().getName())
        .sorted()
        .toList();
  }

  private static Map<String, Map<String, String>> selectors(Rendered rendered) {
    return rendered
        .all(Deployment.class)
        .collect(
            Collectors.toMap(
                each -> each.getMetadata().getName(),
                each -> each.getSpec().getSelector().getMatchLabels()));
  }
}
